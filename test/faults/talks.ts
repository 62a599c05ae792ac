import { groupBy } from './group-by.js';
import { type CallTruth, type Evidence, legIdOf, over } from './evidence.js';
import type { LegTruth, RequestTruth } from './world/rows.js';

/** Two who were heard together for so long have talked, whatever was lost. */
const talkMilliseconds = 2_500;

/** What really happened in a request, at the phones. */
export interface Talk {
	request: RequestTruth;
	met: boolean;
	/** The network has told the service that both came into the room. */
	told: boolean;
	everybodyAnswered: boolean;
	/** Keys that were pressed when the survey asked. */
	pressed: number[];
}

/** Who met, and who did not; what was pressed. */
export function talksOf( {
	requests,
	legs,
	calls,
	people,
	seenInRoom,
}: Evidence ): Talk[] {
	const byLeg = groupBy( calls, ( call ) => legIdOf( call ) ?? '' );
	const bySid = new Map( calls.map( ( call ) => [ call.sid, call ] ) );
	/** Made for the leg, or rung in. */
	const callsOf = ( { id, callSid }: LegTruth ): CallTruth[] => {
		const rungIn = bySid.get( callSid ?? '' );
		return byLeg.get( id ) ?? ( rungIn ? [ rungIn ] : [] );
	};
	const legsOf = groupBy( legs, ( { requestId } ) => requestId );
	return requests.map( ( request ) => {
		const callsTo = ( party: LegTruth[ 'party' ] ) =>
			( legsOf.get( request.id ) ?? [] )
				.filter( ( leg ) => leg.party === party )
				.flatMap( callsOf );
		const clients = callsTo( 'client' ).map( ( { sid } ) => ( {
			sid,
			person: people.of( sid ),
		} ) );
		const talked = clients.filter(
			( { person } ) =>
				person?.metAt &&
				person.seenTogetherUntil - person.metAt >= talkMilliseconds
		);
		return {
			request,
			met: talked.length > 0,
			told:
				talked.some( ( { sid } ) => seenInRoom.has( sid ) ) &&
				callsTo( 'company' ).some( ( { sid } ) =>
					seenInRoom.has( sid )
				),
			everybodyAnswered: ( [ 'client', 'company' ] as const ).every(
				( party ) =>
					callsTo( party ).some(
						( { answeredAt } ) => answeredAt !== null
					)
			),
			pressed: clients.flatMap( ( { person } ) => person?.score ?? [] ),
		};
	} );
}

const isMissed = ( { request, met }: Talk ): boolean =>
	met && ! request.joined && over.includes( request.state );

/** Nobody could know that they talked. */
export const isUnheard = ( talk: Talk ): boolean =>
	isMissed( talk ) && ! talk.told;

export function wrongOutcome( talk: Talk ): string[] {
	const { request, pressed } = talk;
	const findings: string[] = [];
	if ( isMissed( talk ) && talk.told ) {
		findings.push(
			`${ request.id } is ${ request.state } (${ request.failureReason }) without a conversation, and they talked`
		);
	}
	if ( request.joined && ! talk.everybodyAnswered ) {
		findings.push(
			`${ request.id } is said to have been joined, and somebody never answered`
		);
	}
	if (
		request.surveyScore !== null &&
		! pressed.includes( request.surveyScore )
	) {
		findings.push(
			`${ request.id } has the score ${ request.surveyScore }, and ${ pressed.join() || 'nothing' } was pressed`
		);
	}
	return findings;
}
