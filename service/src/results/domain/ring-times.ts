/**
 * How many requests rang after how long, by slices of time: sums of it give the middle one of any span of days. A slice is a tenth
 * of a second up to 3.2 s, and beyond that a sixteenth of an octave: the middle of a slice is at most 0.05 s, or one part in 32, away
 * from whatever fell into it. "12:3,40:1" is three in slice 12 and one in slice 40; several such texts are their sum. They are
 * added up only where they are looked at: a year of a site has hundreds of thousands of slices, and most are of pages that are not shown.
 */
export type RingTimes = readonly string[];

const tenthsPerSecond = 10;
/** Up to here each tenth of a second is a slice of its own. */
const exactTenths = 32;
const slicesPerOctave = 16;
/** 155 days; nobody is rung later. */
const mostTenths = 2 ** 27 - 1;
/** One more than the last slice, that of the longest time. */
const slices = sliceOf( Infinity ) + 1;
const [ zero, colon ] = [ '0'.charCodeAt( 0 ), ':'.charCodeAt( 0 ) ];

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

/** Of one request that rang after so many seconds. */
export function ringTime( seconds: number ): RingTimes {
	return [ `${ sliceOf( seconds ) }:1` ];
}

/** The middle one in seconds, the lower of two; null: none rang. */
export function middleOf( ringTimes: RingTimes ): number | null {
	let before = 0;
	let middle: number | null = null;
	inOrder( ringTimes, ( slice, count, all ) => {
		before += count;
		if ( middle === null && before * 2 >= all ) {
			middle = Math.round( secondsOf( slice ) * 100 ) / 100;
		}
	} );
	return middle;
}

/** As one text. */
export function writeRingTimes( ringTimes: RingTimes ): string {
	const written: string[] = [];
	inOrder( ringTimes, ( slice, count ) =>
		written.push( `${ slice }:${ count }` )
	);
	return written.join();
}

/** How many fell into each slice; one for all, empty whenever nobody adds up: a day writes a thousand cells, most with one or two slices. */
const counts = new Uint32Array( slices );

/** Tells each slice into which some fell, and how many in all. */
function inOrder(
	ringTimes: RingTimes,
	tell: ( slice: number, count: number, all: number ) => void
): void {
	let all = 0;
	let first = slices;
	let last = -1;
	const add = ( slice: number, count: number ) => {
		counts[ slice ] = ( counts[ slice ] ?? 0 ) + count;
		all += count;
		first = Math.min( first, slice );
		last = Math.max( last, slice );
	};
	ringTimes.forEach( ( text ) => readEach( text, add ) );
	for ( let slice = first; slice <= last; slice++ ) {
		const count = counts[ slice ] ?? 0;
		counts[ slice ] = 0;
		if ( count > 0 ) {
			tell( slice, count, all );
		}
	}
}

/** Digit by digit: no number of the text is copied. */
function readEach(
	text: string,
	add: ( slice: number, count: number ) => void
): void {
	let slice = 0;
	let value = 0;
	for ( let at = 0; at <= text.length; at++ ) {
		const code = text.charCodeAt( at );
		if ( code === colon ) {
			slice = value;
			value = 0;
		} else if ( code >= zero && code < colon ) {
			value = value * 10 + code - zero;
		} else {
			// A comma or the end.
			add( slice, value );
			value = 0;
		}
	}
}
