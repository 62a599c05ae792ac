// Preloaded into WordPress Playground: its server listens on every interface and has no option for less.
import { Server } from 'node:net';

const listen = Server.prototype.listen;

/** @param {unknown[]} args */
Server.prototype.listen = function ( ...args ) {
	const [ port, ...rest ] = args;
	return typeof port === 'number' && typeof rest[ 0 ] !== 'string'
		? Reflect.apply( listen, this, [ port, '127.0.0.1', ...rest ] )
		: Reflect.apply( listen, this, args );
};
