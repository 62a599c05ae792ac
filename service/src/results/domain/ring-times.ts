/**
 * How many requests rang after how long, by slices of time: sums of it give the middle one of any span of days. A slice is a tenth
 * of a second up to 3.2 s, and beyond that a sixteenth of an octave: the middle of a slice is at most 0.05 s, or one part in 32, away
 * from whatever fell into it.
 */
export type RingTimes = ReadonlyMap< number, number >;

const tenthsPerSecond = 10;
/** Up to here each tenth of a second is a slice of its own. */
const exactTenths = 32;
const slicesPerOctave = 16;
/** 155 days; nobody is rung later. */
const mostTenths = 2 ** 27 - 1;
const zero = '0'.charCodeAt( 0 );

export function sliceOf( seconds: number ): number {
	const tenths = Math.min(
		Math.max( Math.floor( seconds * tenthsPerSecond ), 0 ),
		mostTenths
	);
	if ( tenths < exactTenths ) {
		return tenths;
	}
	const octave = Math.floor( Math.log2( tenths / exactTenths ) );
	const slice = Math.floor( tenths / widthOf( octave ) ) - slicesPerOctave;
	return exactTenths + octave * slicesPerOctave + slice;
}

/** The middle of a slice, in seconds. */
export function secondsOf( slice: number ): number {
	if ( slice < exactTenths ) {
		return ( slice + 0.5 ) / tenthsPerSecond;
	}
	const octave = Math.floor( ( slice - exactTenths ) / slicesPerOctave );
	const place = ( slice - exactTenths ) % slicesPerOctave;
	return (
		( ( slicesPerOctave + place + 0.5 ) * widthOf( octave ) ) /
		tenthsPerSecond
	);
}

/** Of a slice, in tenths of a second. */
function widthOf( octave: number ): number {
	return ( exactTenths / slicesPerOctave ) * 2 ** octave;
}

/** The middle one in seconds, the lower of two; null: none rang. */
export function middleOf( ringTimes: RingTimes ): number | null {
	let all = 0;
	for ( const count of ringTimes.values() ) {
		all += count;
	}
	let before = 0;
	// Sorted as numbers, and natively.
	for ( const slice of Uint16Array.from( ringTimes.keys() ).sort() ) {
		before += ringTimes.get( slice ) ?? 0;
		if ( before * 2 >= all ) {
			return Math.round( secondsOf( slice ) * 100 ) / 100;
		}
	}
	return null;
}

export function growRingTimes(
	total: Map< number, number >,
	one: RingTimes
): void {
	for ( const [ slice, count ] of one ) {
		total.set( slice, ( total.get( slice ) ?? 0 ) + count );
	}
}

/** "12:3,40:1". */
export function writeRingTimes( ringTimes: RingTimes ): string {
	return [ ...ringTimes ]
		.map( ( [ slice, count ] ) => `${ slice }:${ count }` )
		.join();
}

export function readRingTimes( text: string ): RingTimes {
	const times = new Map< number, number >();
	let at = 0;
	while ( at < text.length ) {
		const colon = text.indexOf( ':', at );
		const comma = text.indexOf( ',', colon );
		const end = comma === -1 ? text.length : comma;
		times.set( digits( text, at, colon ), digits( text, colon + 1, end ) );
		at = end + 1;
	}
	return times;
}

/** The whole number that these characters are; without a copy of them, for a year of a site has hundreds of thousands. */
function digits( text: string, from: number, until: number ): number {
	let value = 0;
	for ( let at = from; at < until; at++ ) {
		value = value * 10 + text.charCodeAt( at ) - zero;
	}
	return value;
}
