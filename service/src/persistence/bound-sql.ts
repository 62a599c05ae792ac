import { QueryTypes, type Sequelize } from 'sequelize';

/**
 * SQL whose text is always the same and whose values are bound as `$1`, `$2`…, in the current transaction when there is one.
 * For what stands between a visitor's click and the first ring: both databases keep such a text prepared, and on SQLite it
 * goes past Sequelize, which takes longer over a statement than the database.
 */
export interface BoundSql {
	/** Rows as the driver gives them: instants are for `fromSqlInstant`. */
	select: < R extends object >(
		sql: string,
		values: readonly BoundValue[]
	) => Promise< R[] >;
	/**
	 * A single statement; outside of a transaction it is one by itself, and on MySQL a deadlock has it tried again.
	 *
	 * @return How many rows were written or, by an UPDATE, matched.
	 */
	write: ( sql: string, values: readonly BoundValue[] ) => Promise< number >;
}

/** Instants go in by `toSqlInstant`. */
export type BoundValue = string | number | boolean | null;

/** On MySQL, Sequelize itself has bound values prepared. */
export function boundSqlOnMysql( sequelize: Sequelize ): BoundSql {
	return {
		select: < R extends object >(
			sql: string,
			values: readonly BoundValue[]
		) =>
			sequelize.query< R >( sql, {
				bind: [ ...values ],
				type: QueryTypes.SELECT,
			} ),
		write: ( sql, values ) =>
			sequelize.query( sql, {
				bind: [ ...values ],
				type: QueryTypes.BULKUPDATE,
			} ),
	};
}
