import type { Database } from '../../../service/src/persistence/database.js';
import { BulkLoad } from './bulk-load.js';

export interface Loading {
	/** The request that is copied: a callback that was carried out. */
	templateId: string;
	channelIds: readonly string[];
	rows: number;
	/** Over so many days until now. */
	days: number;
	agents: number;
	pages: number;
}

const names = [ 'Dupont', 'Martin', 'Bernard', 'Petit', 'Moreau', 'Lefèvre' ];
const firstNames = [ 'Camille', 'Louise', 'Hugo', 'Inès', 'Jules', 'Zoé' ];
const titles = [
	'Contact',
	'Élagage et abattage',
	'Demande de devis',
	'Nos tarifs',
	'Rendez-vous en boutique',
];
/** Of the newest: still open, and booked for the days to come. */
const open = 60;
/** Whose timeline is there: only the detail of a request reads it, by the request. */
const withEvents = 1_000;
const fewestDigits = 3;

/** From 0 to 1; another one for each letter, and the same each time. Not by CRC32: two of them always differ by the same bits. */
const chance = ( letter: string ) =>
	`( CONV( LEFT( MD5( CONCAT( n.seq, '${ letter }' ) ), 8 ), 16, 10 ) / 4294967296 )`;
const oneOf = ( values: readonly string[], letter: string ) =>
	`ELT( 1 + FLOOR( ${ chance( letter ) } * ${ values.length } ), ${ values.map( ( value ) => `'${ value }'` ).join() } )`;

/**
 * Requests as a busy site has them after two years, in the order of their time, with their attempts, calls and words: each a copy of
 * one that was carried out, so that columns of which nobody thought here have what they should.
 */
export async function loadRequests(
	database: Database,
	loading: Loading
): Promise< void > {
	const load = new BulkLoad( database );
	const { templateId, rows } = loading;
	const template = `WHERE t.id = '${ templateId }'`;
	await load.withoutIndexes(
		[ 'callback_requests', 'attempts', 'legs', 'request_words' ],
		async () => {
			await load.copy(
				'callback_requests',
				requestValues( loading ),
				`callback_requests t, seq_1_to_${ rows } n ${ template }`
			);
			await load.copy(
				'attempts',
				{
					id: idOf( 'attempts' ),
					request_id: 'r.id',
					started_at: 'r.created_at',
					joined_at: `IF( r.talk_seconds > 0, r.created_at + INTERVAL 30 SECOND, NULL )`,
					ended_at: 'r.ended_at',
					talk_seconds: 'r.talk_seconds',
				},
				`${ copies( 'attempts', templateId ) }`
			);
			await load.copy(
				'legs',
				{
					id: idOf( 'legs' ),
					request_id: 'r.id',
					attempt_id: idFrom( 'r.id', 'attempts' ),
					user_id: `IF( t.party = 'company', r.taken_by, NULL )`,
					number: `IF( t.party = 'client', r.number, t.number )`,
					call_sid: `CONCAT( 'CA', MD5( CONCAT( r.id, t.position ) ) )`,
					dialed_at: 'r.created_at',
					accepted_at: 'r.created_at',
					ringing_at: `COALESCE( r.booked_for, r.created_at ) + INTERVAL 1000000 * ( 1 + CRC32( r.id ) % 9000 / 1000 ) MICROSECOND`,
					answered_at: `IF( r.talk_seconds > 0, r.created_at + INTERVAL 12 SECOND, NULL )`,
					ended_at: 'r.ended_at',
					price_due_at: 'NULL',
				},
				`${ copies( 'legs', templateId ) }`
			);
			await loadWords( database, templateId );
		}
	);
	await load.copy(
		'request_events',
		{ request_id: 'r.id', at: 'r.created_at', recorded_at: 'r.created_at' },
		`request_events t JOIN ( SELECT id, created_at FROM callback_requests
			WHERE id <> '${ templateId }' ORDER BY id DESC LIMIT ${ withEvents } ) r WHERE t.request_id = '${ templateId }'`
	);
}

function requestValues( {
	channelIds,
	rows,
	days,
	agents,
	pages,
}: Loading ): Record< string, string > {
	const secondsEach = ( days * 86_400 ) / rows;
	const createdAt = `NOW(3) - INTERVAL ${ secondsEach * 1_000_000 } * ( ${ rows } - n.seq + ${ chance( 'j' ) } ) MICROSECOND`;
	const isOpen = `n.seq > ${ rows - open }`;
	const isBooked = `${ chance( 'b' ) } < 0.2`;
	const state = `CASE WHEN ${ isOpen } THEN ELT( 1 + n.seq % 3, 'queued', 'scheduled', 'talking' )
		WHEN ${ chance( 's' ) } < 0.7 THEN 'done' WHEN ${ chance( 's' ) } < 0.85 THEN 'failed'
		WHEN ${ chance( 's' ) } < 0.93 THEN 'cancelled' WHEN ${ chance( 's' ) } < 0.98 THEN 'expired' ELSE 'overdue' END`;
	const isDone = `NOT ( ${ isOpen } ) AND ${ chance( 's' ) } < 0.7`;
	const isMissed = `NOT ( ${ isOpen } ) AND ( ${ chance( 's' ) } BETWEEN 0.7 AND 0.85 OR ${ chance( 's' ) } >= 0.93 )`;
	const isHandled = `${ isMissed } AND ${ chance( 'h' ) } < 0.9`;
	const page = `FLOOR( ${ pages } * POW( ${ chance( 'p' ) }, 3 ) )`;
	return {
		// UUID version 7, as the service makes them: in the order of their time.
		id: `LOWER( CONCAT( LPAD( HEX( FLOOR( UNIX_TIMESTAMP( ${ createdAt } ) * 1000 ) DIV 65536 ), 8, '0' ), '-',
			LPAD( HEX( FLOOR( UNIX_TIMESTAMP( ${ createdAt } ) * 1000 ) % 65536 ), 4, '0' ), '-7', LPAD( HEX( n.seq % 4096 ), 3, '0' ),
			'-8', LPAD( HEX( n.seq DIV 4096 ), 3, '0' ), '-', LPAD( HEX( n.seq ), 12, '0' ) ) )`,
		request_key: 'UUID()',
		channel_id: oneOf( channelIds, 'c' ),
		state,
		failure_reason: `IF( ${ state } = 'failed', 'client_no_answer', NULL )`,
		held_back_by: `IF( ${ state } = 'queued', 'agents_busy', NULL )`,
		number: `CONCAT( '+336', LPAD( FLOOR( ${ chance( 'n' ) } * 400000 ) * 211 % 100000000, 8, '0' ) )`,
		name: `CONCAT( ${ oneOf( firstNames, 'f' ) }, ' ', ${ oneOf( names, 'l' ) } )`,
		page_url: `CONCAT( 'https://example.org/page-', ${ page }, '/' )`,
		page_title: oneOf( titles, 't' ),
		requested_at: createdAt,
		created_at: createdAt,
		updated_at: `${ createdAt } + INTERVAL 5 MINUTE`,
		expires_at: `${ createdAt } + INTERVAL 1 HOUR`,
		ended_at: `IF( ${ isOpen }, NULL, ${ createdAt } + INTERVAL 5 MINUTE )`,
		check_at: 'NULL',
		talk_seconds: `IF( ${ isDone }, FLOOR( 30 + ${ chance( 'd' ) } * 400 ), 0 )`,
		due_at: `IF( ${ state } = 'scheduled', NOW(3) + INTERVAL n.seq % 200 HOUR, NULL )`,
		scheduled_why: `IF( ${ state } = 'scheduled', 'booked', NULL )`,
		booked_for: `CASE WHEN ${ isOpen } THEN IF( ${ state } = 'scheduled', NOW(3) + INTERVAL n.seq % 200 HOUR, NULL )
			WHEN ${ isBooked } THEN ${ createdAt } ELSE NULL END`,
		booked: `( NOT ( ${ isOpen } ) AND ${ isBooked } ) OR ${ state } = 'scheduled'`,
		uncovered: `${ state } = 'scheduled' AND n.seq % 2 = 0`,
		in_line: '0',
		taken_by: `IF( ${ isDone }, 1 + FLOOR( ${ chance( 'a' ) } * ${ agents } ), NULL )`,
		owner_user_id: `IF( ${ chance( 'o' ) } < 0.05, 1 + n.seq % ${ agents }, NULL )`,
		survey_score: `IF( ${ isDone } AND ${ chance( 'v' ) } < 0.4, 1 + FLOOR( ${ chance( 'w' ) } * 5 ), NULL )`,
		standing: `CASE WHEN ${ isOpen } THEN 'open' WHEN ${ isHandled } THEN 'handled' WHEN ${ isMissed } THEN 'missed' ELSE 'closed' END`,
		outcome: `IF( ${ isHandled }, 'solved', NULL )`,
		handled_at: `IF( ${ isHandled }, ${ createdAt } + INTERVAL 1 HOUR, NULL )`,
		cost_micros: `FLOOR( 14000 + ${ chance( 'm' ) } * 400000 )`,
		currency: "'USD'",
		in_results: '0',
	};
}

/** The rows of the template, once for each request. */
function copies( table: string, templateId: string ): string {
	return `callback_requests r JOIN ${ table } t ON t.request_id = '${ templateId }' WHERE r.id <> '${ templateId }'`;
}

/** An id that follows from that of its request, and lies where it does. */
function idFrom( requestId: string, table: 'attempts' | 'legs' ): string {
	const mark = table === 'attempts' ? "'a'" : 'HEX( 10 + t.position )';
	return `CONCAT( LEFT( ${ requestId }, 19 ), ${ mark }, RIGHT( ${ requestId }, 16 ) )`;
}

const idOf = ( table: 'attempts' | 'legs' ) => idFrom( 'r.id', table );

/** As callbacks/search-words.ts makes them; accents are folded by hand, since the lists above are short. */
async function loadWords(
	database: Database,
	templateId: string
): Promise< void > {
	const folded = ( sql: string ) =>
		`REPLACE( REPLACE( REPLACE( LOWER( ${ sql } ), 'è', 'e' ), 'é', 'e' ), '-', ' ' )`;
	const word = ( sql: string, place: number ) =>
		`SUBSTRING_INDEX( SUBSTRING_INDEX( ${ folded( sql ) }, ' ', ${ place } ), ' ', -1 )`;
	const numberEnd = `CONCAT( '#', SUBSTRING( r.number, 1 + w.seq ) )`;
	const lastEnd = 12 - fewestDigits;
	const one = `CASE WHEN w.seq <= ${ lastEnd } THEN ${ numberEnd }
		WHEN w.seq = ${ lastEnd + 1 } THEN ${ word( 'r.name', 1 ) } WHEN w.seq = ${ lastEnd + 2 } THEN ${ word( 'r.name', 2 ) }
		ELSE ${ word( 'r.page_title', 1 ) } END`;
	await database.sequelize.query(
		`INSERT IGNORE INTO request_words ( request_id, word, site_id )
			SELECT r.id, ${ one }, r.site_id FROM callback_requests r, seq_1_to_${ lastEnd + 3 } w WHERE r.id <> '${ templateId }'`
	);
}
