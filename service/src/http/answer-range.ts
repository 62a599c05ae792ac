import type { Request, Response } from 'express';

/**
 * Answers with all of it, or with the one part that was asked for: a player that wants to jump in a sound asks for parts, and
 * Safari plays from no server that has none. Several parts in one answer are not given; who asks for them gets it whole, as
 * RFC 9110, 14.2 allows. https://developer.apple.com/library/archive/documentation/AppleApplications/Reference/SafariWebContent/
 */
export function answerRange(
	request: Request,
	response: Response,
	whole: Buffer
): void {
	const size = whole.length;
	const ranges = request.range( size, { combine: true } );
	response.set( 'Accept-Ranges', 'bytes' );
	// -1: past its end. -2: not understood, which counts as not asked.
	if ( ranges === -1 ) {
		response.status( 416 ).set( 'Content-Range', `bytes */${ size }` );
		response.end();
		return;
	}
	const [ range, ...others ] =
		Array.isArray( ranges ) && ranges.type === 'bytes' ? ranges : [];
	if ( ! range || others.length > 0 ) {
		response.send( whole );
		return;
	}
	response
		.status( 206 )
		.set(
			'Content-Range',
			`bytes ${ range.start }-${ range.end }/${ size }`
		)
		.send( whole.subarray( range.start, range.end + 1 ) );
}
