/** How long a fault run waits for what. */
export const patience = {
	/** Of the shared clock: no request may be open for longer after the last was taken. */
	openMinutes: 150,
	/** Of the shared clock: a call that is told farewell. */
	liveMinutes: 15,
	/** Of the shared clock: what somebody still has in hand when all seems to be over. */
	restSeconds: 20,
	/** Of the shared clock: longer than an order of unknown fate is waited for. */
	frozenSeconds: 150,
	/** A point at which nobody died while so many requests were taken is left. */
	requestsPerPoint: 150,
	/** Of the machine's clock: what was asked for should be answered before time goes on. */
	settleMilliseconds: 250,
	dueJobsMilliseconds: 60,
	/** Steps of the shared clock. */
	longestStepMilliseconds: 5_000,
	busyStepMilliseconds: 500,
	unansweredStepMilliseconds: 50,
} as const;

export const pause = ( milliseconds: number ): Promise< void > =>
	new Promise( ( resolve ) => setTimeout( resolve, milliseconds ) );
