import { AsyncLocalStorage } from 'node:async_hooks';
import { Sequelize } from 'sequelize';

type Values = Map< string, unknown >;

/**
 * What `Sequelize.useCLS` asks of a namespace of the package cls-hooked, on Node's own AsyncLocalStorage. A transaction that is
 * over is not seen: whatever was started inside it and outlived it (a timer, an emitter) works without one.
 */
class AsyncNamespace {
	private readonly storage = new AsyncLocalStorage< Values >();

	/** Runs work with values of its own, that begin as the present ones. */
	run< T >( work: ( values: Values ) => T ): T {
		const values: Values = new Map( this.storage.getStore() );
		return this.storage.run( values, () => work( values ) );
	}

	/** Runs work as though nothing had been set. */
	runOutside< T >( work: () => T ): T {
		return this.storage.run( new Map(), work );
	}

	get( key: string ): unknown {
		const value = this.storage.getStore()?.get( key );
		return isOver( value ) ? undefined : value;
	}

	set( key: string, value: unknown ): void {
		this.storage.getStore()?.set( key, value );
	}

	bind< A extends unknown[], R >(
		action: ( ...given: A ) => R
	): ( ...given: A ) => R {
		const values: Values = this.storage.getStore() ?? new Map();
		return ( ...given ) =>
			this.storage.run( values, () => action( ...given ) );
	}
}

function isOver( value: unknown ): boolean {
	return (
		typeof value === 'object' &&
		value !== null &&
		'finished' in value &&
		Boolean( value.finished )
	);
}

/** One for the process, as Sequelize keeps it: every query finds its transaction here. */
export const asyncNamespace = new AsyncNamespace();

Sequelize.useCLS( asyncNamespace );
