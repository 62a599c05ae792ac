import type { Database } from '../../../service/src/persistence/database.js';

interface Logged {
	argument: string | Buffer;
}

interface PlanRow {
	id: number | null;
	table: string | null;
	type: string | null;
	key: string | null;
	rows: number | string | null;
	Extra: string | null;
}

export interface Plan {
	/** The statement, without its values. */
	statement: string;
	steps: PlanRow[];
}

/** From now on the database notes what it is asked. What a connection has prepared before it notes without its values. */
export async function beginToNote( { sequelize }: Database ): Promise< void > {
	await sequelize.query( "SET GLOBAL log_output = 'TABLE'" );
	await sequelize.query( 'SET GLOBAL general_log = ON' );
}

/** What the database was asked while `work` ran, each statement with how it goes about it. See {@link beginToNote}. */
export async function plansOf(
	{ sequelize, bound }: Database,
	work: () => Promise< unknown >
): Promise< Plan[] > {
	await sequelize.query( 'TRUNCATE mysql.general_log' );
	await work();
	const logged = await bound.select< Logged >(
		"SELECT argument FROM mysql.general_log WHERE command_type IN ( 'Execute', 'Query' ) ORDER BY event_time",
		[]
	);
	const statements = new Map< string, string >();
	for ( const { argument } of logged ) {
		const sql = String( argument );
		// What looks after all sites by itself, meanwhile, names none.
		if (
			/^\s*SELECT/i.test( sql ) &&
			/site_id`? = /.test( sql ) &&
			/\b(callback_requests|\w+_results|request_words|result_\w+)\b/.test(
				sql
			)
		) {
			statements.set( withoutValues( sql ), sql );
		}
	}
	const plans: Plan[] = [];
	for ( const [ statement, sql ] of statements ) {
		plans.push( {
			statement,
			steps: await bound.select< PlanRow >(
				`EXPLAIN ${ sql.replace( / FOR UPDATE\s*$/, '' ) }`,
				[]
			),
		} );
	}
	return plans;
}

/** Short enough to be read: what is selected is left out where it is long. */
function withoutValues( sql: string ): string {
	return sql
		.replace( /\s+/g, ' ' )
		.replace( /'(?:[^'\\]|\\.)*'/g, '?' )
		.replace( /\b\d+(\.\d+)?\b/g, '?' )
		.replace( /(\?\s*,\s*){2,}\?/g, '?, …' )
		.replace( /SELECT (?:(?! FROM ).){120,}? FROM /g, 'SELECT … FROM ' )
		.trim();
}

/** Markdown, by what was asked for. */
export function planPage(
	asked: ReadonlyArray< { name: string; plans: readonly Plan[] } >,
	about: string
): string {
	const seen = new Set< string >();
	const parts = asked.map( ( { name, plans } ) => {
		const fresh = plans.filter( ( { statement } ) => {
			const isNew = ! seen.has( statement );
			seen.add( statement );
			return isNew;
		} );
		return fresh.length === 0
			? `## ${ name }\n\nNothing that is not above.`
			: [ `## ${ name }`, ...fresh.map( planText ) ].join( '\n\n' );
	} );
	return `# Query plans\n\n${ about }\n\n${ parts.join( '\n\n' ) }\n`;
}

function planText( { statement, steps }: Plan ): string {
	const rows = steps.map(
		( { table, type, key, rows: count, Extra: extra } ) =>
			`| ${ [ table, type, key, count, extra ].map( ( cell ) => String( cell ?? '' ).replace( /\|/g, '\\|' ) ).join( ' | ' ) } |`
	);
	return [
		'```sql',
		statement,
		'```',
		'',
		'| table | access | index | rows | |',
		'|---|---|---|---|---|',
		...rows,
	].join( '\n' );
}
