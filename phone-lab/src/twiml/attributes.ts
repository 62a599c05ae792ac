import type { HttpMethod } from '../state/records.js';
import type { TwimlElement } from './element.js';

export const textAttribute = (
	element: TwimlElement,
	name: string
): string | null => element.attributes[ name ] ?? null;

export function flagAttribute(
	element: TwimlElement,
	name: string,
	fallback: boolean
): boolean {
	const value = element.attributes[ name ]?.toLowerCase();
	if ( value === 'true' || value === 'false' ) {
		return value === 'true';
	}
	return fallback;
}

/** A whole number of at least `minimum`; anything else is the fallback, as Twilio takes it. */
export function countAttribute(
	element: TwimlElement,
	name: string,
	fallback: number,
	minimum = 0
): number {
	const value = Number( element.attributes[ name ] );
	return element.attributes[ name ] !== undefined &&
		Number.isInteger( value ) &&
		value >= minimum
		? value
		: fallback;
}

export function methodAttribute(
	element: TwimlElement,
	name: string,
	fallback: HttpMethod
): HttpMethod {
	const value = element.attributes[ name ]?.toUpperCase();
	return value === 'GET' || value === 'POST' ? value : fallback;
}

/** `loop` of Say and Play: 0 is for ever, told as -1. */
export function loopsAttribute( element: TwimlElement ): number {
	const loops = countAttribute( element, 'loop', 1 );
	return loops === 0 ? -1 : loops;
}

/**
 * An address of a document, absolute. Null when it cannot be one: TwiML that came with the REST call has no address of
 * its own to be relative to (Twilio's 11100).
 */
export function resolveUrl(
	address: string,
	documentUrl: string | null
): string | null {
	try {
		const url =
			documentUrl === null
				? new URL( address )
				: new URL( address, documentUrl );
		return url.protocol === 'http:' || url.protocol === 'https:'
			? url.href
			: null;
	} catch {
		return null;
	}
}
