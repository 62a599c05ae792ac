import type { Sequelize } from 'sequelize';

/** The one database of the service: requests, jobs, everything. */
export interface Database {
	readonly sequelize: Sequelize;
	/** mysql stands for MySQL 8 and MariaDB ≥ 10.6. */
	readonly dialect: 'sqlite' | 'mysql';
	/**
	 * Runs work in a transaction, READ COMMITTED on MySQL and IMMEDIATE on SQLite; joins the current one when there is
	 * one. The whole work is tried again, with jitter, when the database asks for it (deadlock, lock timeout, busy): it
	 * must therefore do nothing outside of the database except by `afterCommit`.
	 */
	transaction< T >( work: () => Promise< T > ): Promise< T >;
	/** Runs once the current transaction has committed, never when it rolls back; at once when there is none. */
	afterCommit( action: () => void ): void;
	/** Brings the tables up to date. Two instances that start together do not both do it. */
	migrate(): Promise< void >;
	/** The names of the migrations that have yet to run; rejects when the database does not answer. */
	pendingMigrations(): Promise< string[] >;
	close(): Promise< void >;
}
