import type { Response } from 'express';

/** A browser asks again so long after a stream was cut. */
const retryMilliseconds = 2_000;
/** What a reader has not read yet; more, and it is cut: it begins anew, with how things are then. */
const maximumUnreadBytes = 1_048_576;

/** One open stream of a browser. */
export interface LiveStream {
	/** Frames of Server-Sent Events. */
	send: ( frames: Buffer ) => void;
	/** When something was last sent, by the machine's monotonic clock. */
	readonly sentAt: number;
	readonly openedAt: number;
	close: () => void;
	readonly isClosed: boolean;
	/** Once, however it ends. */
	onClosed: ( action: () => void ) => void;
}

/**
 * Begins the answer to a browser that asked for the stream.
 *
 * @param response
 * @param allowedOrigin Whose pages may read it; null: whoever asks is no page, or another site's.
 */
export function openStream(
	response: Response,
	allowedOrigin: string | null
): LiveStream {
	response.set( {
		'Content-Type': 'text/event-stream; charset=utf-8',
		'Cache-Control': 'no-store, no-transform',
		// https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_buffering
		'X-Accel-Buffering': 'no',
		Vary: 'Origin',
		...( allowedOrigin && {
			'Access-Control-Allow-Origin': allowedOrigin,
		} ),
	} );
	// It ends with its connection and not with a last chunk (RFC 9112, 6.3), so what follows the headers goes past the response:
	// one write an event, where chunks are four.
	response.removeHeader( 'Transfer-Encoding' );
	response.flushHeaders();
	const { socket } = response;
	const openedAt = performance.now();
	let sentAt = openedAt;
	let isClosed = socket === null || socket.destroyed;
	response.once( 'close', () => {
		isClosed = true;
	} );
	socket?.setNoDelay( true );
	socket?.write( `retry: ${ retryMilliseconds }\n\n` );

	return {
		openedAt,
		get sentAt() {
			return sentAt;
		},
		get isClosed() {
			return isClosed;
		},
		send( frames ) {
			if ( isClosed || ! socket ) {
				return;
			}
			if ( socket.writableLength > maximumUnreadBytes ) {
				socket.destroy();
				return;
			}
			sentAt = performance.now();
			socket.write( frames );
		},
		close() {
			// Whoever does not read is not waited for.
			if ( socket && socket.writableLength === 0 ) {
				response.end();
			} else {
				response.destroy();
			}
		},
		onClosed: ( action ) => {
			response.once( 'close', action );
		},
	};
}
