/**
 * How long each state may last. Past its deadline the network is asked; what is over there is over here.
 * The reasons are in docs/walkthrough.md.
 */
export const timings = {
	/** A request that WordPress kept and delivered later than this is shown as overdue, and nobody is called. */
	overdueMinutes: 10,
	/** A request that took longer than this to arrive says so in its timeline. */
	deliveredLateSeconds: 30,
	/** Before a booking: whether somebody is there who could take it. */
	watchBookingSeconds: 600,
	/** A planned leg whose turn has come and that no job has taken: the job is asked for again. */
	nudgeSeconds: 15,
	/** An order whose answer is not recorded; longer than the order's own time-out of 10 s, so it is in flight no more. */
	dialingSeconds: 15,
	/** An order of unknown fate, from its sending: no match by then and it is given up, without a second call. */
	unknownSeconds: 120,
	/** A call that the network accepted and has not begun to ring: it may wait there for calls per second. */
	acceptedSeconds: 35,
	/** Beyond the ring time that the network was told. */
	ringGraceSeconds: 10,
	/** Both have answered: the room should have said so. */
	joinSeconds: 15,
	/** Whoever waits on the line while the other is called. */
	waitingSeconds: 120,
	/** Two who talk: a sign of life from the network so often, in case every message that they ended was lost. */
	talkCheckSeconds: 300,
	/** Beyond the longest conversation that the network was told. */
	talkGraceSeconds: 30,
	/** A call that should end because the request is over: time for a spoken apology. */
	farewellSeconds: 25,
	/** How long an agent who was sent away is taken to be on the line, unless the network says sooner that they are not. */
	sendingAwaySeconds: 60,
	/** Between two questions about the same call. */
	askAgainSeconds: 10,
	/** After so many questions without an end the call is ended from here, and taken as over. */
	maximumAsks: 12,
	/** A first party that answered so long ago is asked about before the second is dialled (after a restart). */
	staleAnswerSeconds: 10,
	/** Between two looks for somebody on the company's side while the client waits on the line. */
	seekAgainSeconds: 5,
	/** Without a verdict on who answered after this, it is a person. */
	judgeSeconds: 15,
	/** Whoever answered is asked everything that stands before the room within this; it is over otherwise. */
	questionsSeconds: 180,
	/** The survey, with its repetition. */
	surveySeconds: 120,
	/** The longest message that may be left. */
	voicemailSeconds: 180,
	/** Beyond it: its announcement, and the network's word that it was left. */
	voicemailGraceSeconds: 60,
	/** Two answered calls that overlap by less than this have not met, unless the room says so. */
	meetingSeconds: 2,
	/** A second party that was on the line for so long was in the room, where the first already waited. */
	enteringSeconds: 1,
	/** A waiting message of usual length has been said by then, and its listener is in the room. */
	waitingMessageSeconds: 10,
} as const;

/** How often a question is repeated that got no answer, or none that counts. */
export const repeatsOfQuestion = 1;

/** What the client may choose by key 1, 2 or 3 when asked to be called later. */
export const laterMinutes = [ 10, 30, 60 ] as const;

/** How long to wait before the nth sending, after so many refusals (429, no connection). Null: give up. */
export function retryDelaySeconds(
	refusals: number,
	someoneWaits: boolean
): number | null {
	const limit = someoneWaits ? 4 : 9;
	return refusals > limit ? null : Math.min( 2 ** ( refusals - 1 ), 60 );
}

/** How long to wait until settings that the owner has to mend are tried again; the queue's expiry bounds it. */
export function settingsDelaySeconds( refusals: number ): number {
	return Math.min( 15 * 2 ** ( refusals - 1 ), 300 );
}

export function after( instant: Date, seconds: number ): Date {
	return new Date( instant.getTime() + seconds * 1_000 );
}

export function secondsBetween( from: Date, to: Date ): number {
	return ( to.getTime() - from.getTime() ) / 1_000;
}
