import type { Database } from './database.js';

/** An instant as it stands in a column of type `instant`, for SQL written by hand: Sequelize's own replacement of a Date drops the milliseconds on MySQL. */
export function toSqlInstant(
	dialect: Database[ 'dialect' ],
	date: Date
): string {
	const text = date.toISOString().slice( 0, 23 ).replace( 'T', ' ' );
	return dialect === 'sqlite' ? `${ text } +00:00` : text;
}

/** What SQL written by hand answers for such a column: text on SQLite, a Date on MySQL. */
export function fromSqlInstant( value: Date | string | null ): Date | null {
	return typeof value === 'string'
		? new Date( `${ value.slice( 0, 10 ) }T${ value.slice( 11, 23 ) }Z` )
		: value;
}
