type FailureKind = '4xx' | '5xx' | 'ct' | 'rt';

/** How Twilio makes one request; an address may say otherwise behind its `#` (https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides). */
export interface DeliveryPolicy {
	retries: number;
	retryOn: readonly FailureKind[];
	connectTimeoutMilliseconds: number;
	readTimeoutMilliseconds: number;
	totalTimeoutMilliseconds: number;
}

const everyFailure: readonly FailureKind[] = [ '4xx', '5xx', 'ct', 'rt' ];

function bounded(
	value: string | null,
	fallback: number,
	minimum: number,
	maximum: number
): number {
	const number = Number( value );
	return value !== null && Number.isInteger( number )
		? Math.min( maximum, Math.max( minimum, number ) )
		: fallback;
}

/** Twilio's defaults: one more try when the connection could not be made, 15 s in all. */
export function deliveryPolicy( url: string ): DeliveryPolicy {
	const overrides = new URLSearchParams( new URL( url ).hash.slice( 1 ) );
	const retryOn = ( overrides.get( 'rp' ) ?? 'ct' ).split( ',' );
	return {
		retries: bounded( overrides.get( 'rc' ), 1, 0, 5 ),
		retryOn: retryOn.includes( 'all' )
			? everyFailure
			: everyFailure.filter( ( kind ) => retryOn.includes( kind ) ),
		connectTimeoutMilliseconds: bounded(
			overrides.get( 'ct' ),
			5_000,
			100,
			10_000
		),
		readTimeoutMilliseconds: bounded(
			overrides.get( 'rt' ),
			15_000,
			100,
			15_000
		),
		totalTimeoutMilliseconds: bounded(
			overrides.get( 'tt' ),
			15_000,
			100,
			15_000
		),
	};
}

/** Whether a failed try is made again. `status` is null when no answer came. */
export function mayRetry(
	policy: DeliveryPolicy,
	status: number | null,
	failure: 'ct' | 'rt' | null
): boolean {
	if ( failure ) {
		return policy.retryOn.includes( failure );
	}
	if ( status === null || status < 400 ) {
		return false;
	}
	return policy.retryOn.includes( status < 500 ? '4xx' : '5xx' );
}
