import { DataTypes, type Model } from 'sequelize';
import type { Database } from '../persistence/database.js';
import { instant } from '../persistence/instant.js';
import { toSqlInstant } from '../persistence/sql-instant.js';
import { tableOf, type SqlRecord } from '../persistence/table.js';
import { codeRules, type NumberCode } from './domain/number-code.js';

export interface NumberCodeStore {
	find: (
		siteId: string,
		requestKey: string
	) => Promise< NumberCode | null >;
	findById: ( id: string ) => Promise< NumberCode | null >;
	/** Puts a code in the place of the last one, null: of none. False: another one took that place meanwhile. */
	replace: (
		last: NumberCode | null,
		next: NumberCode
	) => Promise< boolean >;
	/** Adds one to its tries; false: there is none, none is left, or its time is over. */
	countTry: (
		siteId: string,
		requestKey: string,
		now: Date
	) => Promise< boolean >;
	/** What was typed was right: its try does not count. */
	uncountTry: ( siteId: string, requestKey: string ) => Promise< void >;
	remove: ( siteId: string, requestKey: string ) => Promise< void >;
	/** Removes what expired before. */
	sweep: ( before: Date ) => Promise< void >;
}

export function createNumberCodeStore( database: Database ): NumberCodeStore {
	const { bound, dialect } = database;
	const codes = tableOf( database, numberCodeModel( database ) );

	const select = async (
		condition: string,
		values: readonly string[]
	): Promise< NumberCode | null > => {
		const [ record ] = await bound.select< SqlRecord >(
			`SELECT ${ codes.columns( 'c' ) } FROM number_codes c WHERE ${ condition }`,
			values
		);
		return record ? codes.read( record, 'c' ) : null;
	};

	return {
		find: ( siteId, requestKey ) =>
			select( 'c.site_id = $1 AND c.request_key = $2', [
				siteId,
				requestKey,
			] ),
		findById: ( id ) => select( 'c.id = $1', [ id ] ),
		async replace( last, next ) {
			if ( ! last ) {
				return codes.insertUnlessThere( next );
			}
			const { siteId, requestKey, id } = last;
			const replaced = await codes.update( next, {
				siteId,
				requestKey,
				id,
			} );
			return replaced === 1;
		},
		async countTry( siteId, requestKey, now ) {
			const counted = await bound.write(
				`UPDATE number_codes SET tries = tries + 1
					WHERE site_id = $1 AND request_key = $2 AND tries < ${ codeRules.triesPerCode } AND expires_at > $3`,
				[ siteId, requestKey, toSqlInstant( dialect, now ) ]
			);
			return counted === 1;
		},
		async uncountTry( siteId, requestKey ) {
			await bound.write(
				'UPDATE number_codes SET tries = tries - 1 WHERE site_id = $1 AND request_key = $2',
				[ siteId, requestKey ]
			);
		},
		async remove( siteId, requestKey ) {
			await bound.write(
				'DELETE FROM number_codes WHERE site_id = $1 AND request_key = $2',
				[ siteId, requestKey ]
			);
		},
		async sweep( before ) {
			await bound.write(
				'DELETE FROM number_codes WHERE expires_at < $1',
				[ toSqlInstant( dialect, before ) ]
			);
		},
	};
}

function numberCodeModel( { sequelize }: Database ) {
	const key = ( field: string ) => ( {
		type: DataTypes.UUID,
		primaryKey: true,
		field,
	} );
	const at = ( field: string ) => ( { type: instant, field } );
	return sequelize.define< Model< NumberCode > >(
		'NumberCode',
		{
			siteId: key( 'site_id' ),
			requestKey: key( 'request_key' ),
			id: DataTypes.UUID,
			number: DataTypes.STRING( 20 ),
			digest: DataTypes.CHAR( 64, true ),
			sent: DataTypes.INTEGER,
			tries: DataTypes.INTEGER,
			sentAt: at( 'sent_at' ),
			expiresAt: at( 'expires_at' ),
		},
		{ tableName: 'number_codes', timestamps: false }
	);
}
