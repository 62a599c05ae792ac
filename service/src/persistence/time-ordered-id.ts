import { randomBytes } from 'node:crypto';

let lastMilliseconds = 0;
let counter = 0;

/**
 * A UUID version 7 (RFC 9562): unguessable, and in the order in which this process made them, so that new rows lie side by side in an index and
 * the older of two comes first.
 */
export function timeOrderedId(): string {
	const now = Date.now();
	counter = now > lastMilliseconds ? 0 : counter + 1;
	// More than 4,096 in one millisecond, or a clock that goes back: the next millisecond is borrowed.
	if ( counter > 0xfff ) {
		counter = 0;
		lastMilliseconds++;
	}
	lastMilliseconds = Math.max( now, lastMilliseconds );
	const time = lastMilliseconds.toString( 16 ).padStart( 12, '0' );
	const random = randomBytes( 8 );
	// The variant: its first two bits are 10.
	random.writeUInt8( ( random.readUInt8( 0 ) % 0x40 ) + 0x80, 0 );
	const rest = random.toString( 'hex' );
	const ordinal = counter.toString( 16 ).padStart( 3, '0' );
	return `${ time.slice( 0, 8 ) }-${ time.slice( 8 ) }-7${ ordinal }-${ rest.slice( 0, 4 ) }-${ rest.slice( 4 ) }`;
}
