import { randomInt } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Sequelize, Transaction } from 'sequelize';
import { asyncNamespace } from './async-namespace.js';
import { isConflict, isConnectionLost } from './database-errors.js';

/** About 7 s in all with the pauses below: longer than any deadlock, shorter than a visitor's patience times two. */
const maximumTries = 10;
const longestPauseMilliseconds = 1_500;

/** One try at a transaction, as long as it lasts. */
class Scope {
	readonly afterCommit: Array< () => void > = [];
	constructor( readonly owner: Transactions ) {}
}

interface Options {
	sequelize: Sequelize;
	/** Lets the tries through one at a time (SQLite), or all of them. */
	admit: < T >( work: () => Promise< T > ) => Promise< T >;
	/** Told of what an action after a commit threw: the commit stands. */
	onActionError: ( error: unknown ) => void;
}

export class Transactions {
	constructor( private readonly options: Options ) {}

	/** See Database.transaction. */
	async run< T >( work: () => Promise< T > ): Promise< T > {
		if ( this.scope() ) {
			return work();
		}
		for ( let tries = 1; ; tries++ ) {
			const attempt = { committing: false };
			try {
				return await this.options.admit( () =>
					this.once( work, attempt )
				);
			} catch ( error ) {
				// After COMMIT was sent and the connection broke, nobody knows whether it happened: the caller must look.
				const again =
					isConflict( error ) ||
					( isConnectionLost( error ) && ! attempt.committing );
				if ( ! again || tries >= maximumTries ) {
					throw error;
				}
			}
			// Full jitter: https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
			await delay(
				randomInt(
					1,
					Math.min( longestPauseMilliseconds, 10 * 2 ** tries )
				)
			);
		}
	}

	/** See Database.afterCommit. */
	afterCommit( action: () => void ): void {
		const scope = this.scope();
		if ( scope ) {
			scope.afterCommit.push( action );
		} else {
			this.act( action );
		}
	}

	private scope(): Scope | undefined {
		const scope = asyncNamespace.get( 'transaction' )
			? asyncNamespace.get( 'scope' )
			: undefined;
		return scope instanceof Scope && scope.owner === this
			? scope
			: undefined;
	}

	private async once< T >(
		work: () => Promise< T >,
		attempt: { committing: boolean }
	): Promise< T > {
		const scope = new Scope( this );
		const transaction = await this.options.sequelize.transaction();
		let result: T;
		try {
			result = await asyncNamespace.run( () => {
				asyncNamespace.set( 'transaction', transaction );
				asyncNamespace.set( 'scope', scope );
				return work();
			} );
		} catch ( error ) {
			await undo( transaction );
			throw error;
		}
		attempt.committing = true;
		await transaction.commit();
		scope.afterCommit.forEach( ( action ) => this.act( action ) );
		return result;
	}

	/** Outside of the transaction that is over, so that what it starts does not look for it. */
	private act( action: () => void ): void {
		try {
			asyncNamespace.runOutside( action );
		} catch ( error ) {
			this.options.onActionError( error );
		}
	}
}

/** A transaction that cannot even be rolled back has lost its connection, and with it everything it did. */
async function undo( transaction: Transaction ): Promise< void > {
	try {
		await transaction.rollback();
	} catch {
		// Sequelize has destroyed the connection; the error that led here is the one to report.
	}
}
