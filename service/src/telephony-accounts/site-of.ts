import type { BoundSql } from '../persistence/bound-sql.js';

type Find = ( id: string ) => Promise< string | null >;

/** Of which site a webhook's address speaks, by the id that is in it; null: nobody's. */
export function createSiteOf( bound: BoundSql ): {
	legId: Find;
	attemptId: Find;
	supervisionId: Find;
	testCallId: Find;
	messageId: Find;
} {
	const siteIn =
		( ...tables: string[] ): Find =>
		async ( id ) => {
			for ( const table of tables ) {
				const [ row ] = await bound.select< { siteId: string } >(
					`SELECT site_id AS siteId FROM ${ table } WHERE id = $1`,
					[ id ]
				);
				if ( row ) {
					return row.siteId;
				}
			}
			return null;
		};
	return {
		legId: siteIn( 'legs' ),
		attemptId: siteIn( 'attempts' ),
		supervisionId: siteIn( 'supervisions' ),
		testCallId: siteIn( 'channel_test_calls' ),
		// To a client, to one of the team, or to a visitor who confirms their number.
		messageId: siteIn( 'text_messages', 'team_alerts', 'number_codes' ),
	};
}
