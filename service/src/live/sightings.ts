import type { Logger } from '../logging.js';

/** Of somebody before whom a page stays open, so much is noted. */
const everyMs = 30_000;

/**
 * Tells that a page is open before somebody, each at most once in 30 s.
 *
 * @param seen   Nothing happens when the user is no agent.
 * @param logger
 */
export function createSightings(
	seen: ( siteId: string, userId: number ) => Promise< void >,
	logger: Logger
): ( siteId: string, userId: number ) => void {
	const lately = new Map< string, number >();
	let forgottenAt = performance.now();

	const forget = ( now: number ) => {
		forgottenAt = now;
		for ( const [ key, at ] of lately ) {
			if ( now - at >= everyMs ) {
				lately.delete( key );
			}
		}
	};

	return ( siteId, userId ) => {
		const key = `${ siteId } ${ userId }`;
		const now = performance.now();
		if ( now - ( lately.get( key ) ?? -Infinity ) < everyMs ) {
			return;
		}
		if ( now - forgottenAt >= everyMs ) {
			forget( now );
		}
		lately.set( key, now );
		seen( siteId, userId ).catch( ( error: unknown ) => {
			lately.delete( key );
			logger.warn( { err: error, siteId }, 'A sighting was not noted' );
		} );
	};
}
