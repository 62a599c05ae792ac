import type { HttpMethod } from '../state/records.js';
import { TwilioError } from './twilio-error.js';

type Values = Record< string, unknown >;

const invalid = ( name: string, value: string ) =>
	new TwilioError( 20001, `Parameter '${ name }' is not valid: ${ value }` );

/** Reads Twilio's form or query parameters, each by its name; a bad one throws Twilio's error. */
export class Parameters {
	constructor( private readonly values: Values ) {}

	text( name: string ): string | null {
		const value = this.values[ name ];
		const first = Array.isArray( value )
			? ( value[ 0 ] as unknown )
			: value;
		return typeof first === 'string' ? first : null;
	}

	/** A repeated parameter, or one that holds several words. */
	list( name: string ): string[] {
		const value = this.values[ name ];
		const texts = ( Array.isArray( value ) ? value : [ value ] ).filter(
			( one ): one is string => typeof one === 'string'
		);
		return texts
			.flatMap( ( text ) => text.split( /[\s,]+/ ) )
			.filter( Boolean );
	}

	count(
		name: string,
		range: { fallback: number; minimum: number; maximum: number }
	): number {
		const text = this.text( name );
		if ( text === null || text === '' ) {
			return range.fallback;
		}
		const number = Number( text );
		if (
			! Number.isInteger( number ) ||
			number < range.minimum ||
			number > range.maximum
		) {
			throw invalid(
				name,
				`${ text } is not a whole number from ${ range.minimum } to ${ range.maximum }`
			);
		}
		return number;
	}

	/** Twilio takes anything but `true` as false. */
	flag( name: string ): boolean | undefined {
		const text = this.text( name );
		return text === null ? undefined : text.toLowerCase() === 'true';
	}

	oneOf< T extends string >( name: string, allowed: readonly T[] ): T | null {
		const text = this.text( name );
		if ( text === null || text === '' ) {
			return null;
		}
		const found = allowed.find( ( one ) => one === text );
		if ( found === undefined ) {
			throw invalid(
				name,
				`${ text } is none of ${ allowed.join( ', ' ) }`
			);
		}
		return found;
	}

	method( name: string, fallback: HttpMethod = 'POST' ): HttpMethod {
		return this.oneOf( name, [ 'GET', 'POST' ] as const ) ?? fallback;
	}

	/** An absolute http or https address. */
	url( name: string ): string | null {
		const text = this.text( name );
		if ( text === null || text === '' ) {
			return null;
		}
		if ( ! /^https?:\/\/[^/]/i.test( text ) || ! URL.canParse( text ) ) {
			throw new TwilioError(
				21205,
				`${ name } parameter is not a valid URL: ${ text }`
			);
		}
		return text;
	}

	/** What the lab cannot do is refused rather than passed over in silence. */
	refuse( names: readonly string[] ): void {
		const name = names.find( ( candidate ) => {
			const text = this.text( candidate );
			return text !== null && text !== '' && text !== 'false';
		} );
		if ( name !== undefined ) {
			throw new TwilioError(
				20001,
				`The phone lab does not support the parameter '${ name }'.`
			);
		}
	}
}
