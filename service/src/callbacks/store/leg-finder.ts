import { Op } from 'sequelize';
import type { Models } from './models.js';

/** Finds a leg, or its request, by what the network or a job knows of it. */
export interface LegFinder {
	requestOfLeg: ( legId: string ) => Promise< string | null >;
	requestOfAttempt: ( attemptId: string ) => Promise< string | null >;
	legOfCall: ( callSid: string ) => Promise< string | null >;
	/** Living requests whose attempt rings this agent, or is about to. */
	ringing: ( siteId: string, userId: number ) => Promise< string[] >;
	/** Calls of the list that belong to some leg already. */
	knownCalls: ( callSids: readonly string[] ) => Promise< Set< string > >;
	/** How many legs between two numbers wait for their call to be recognised. */
	unrecognised: ( number: string, callerId: string ) => Promise< number >;
}

export function createLegFinder(
	models: Pick< Models, 'legs' | 'attempts' >
): LegFinder {
	return {
		async requestOfLeg( id ) {
			const row = await models.legs.findByPk( id, {
				attributes: [ 'requestId' ],
			} );
			return row?.get( { plain: true } ).requestId ?? null;
		},

		async requestOfAttempt( id ) {
			const row = await models.attempts.findByPk( id, {
				attributes: [ 'requestId' ],
			} );
			return row?.get( { plain: true } ).requestId ?? null;
		},

		async legOfCall( callSid ) {
			const row = await models.legs.findOne( {
				attributes: [ 'id' ],
				where: { callSid },
			} );
			return row?.get( { plain: true } ).id ?? null;
		},

		async ringing( siteId, userId ) {
			const rows = await models.legs.findAll( {
				attributes: [ 'requestId' ],
				where: { siteId, userId, state: { [ Op.ne ]: 'ended' } },
			} );
			return [
				...new Set(
					rows.map( ( row ) => row.get( { plain: true } ).requestId )
				),
			];
		},

		async knownCalls( callSids ) {
			const rows = await models.legs.findAll( {
				attributes: [ 'callSid' ],
				where: { callSid: [ ...callSids ] },
			} );
			return new Set(
				rows.map( ( row ) => row.get( { plain: true } ).callSid ?? '' )
			);
		},

		unrecognised: ( number, callerId ) =>
			models.legs.count( {
				where: { number, callerId, state: [ 'dialing', 'unknown' ] },
			} ),
	};
}
