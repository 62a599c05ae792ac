import { __ } from '@wordpress/i18n';

type Faults = Record< string, string >;

/** Of the address of a service as typed; empty when there is nothing to mend. */
export const addressFaults = ( typed: string ): Faults =>
	/^https?:\/\/\S+$/.test( typed.trim() )
		? {}
		: {
				serviceUrl: __(
					'Type the whole address, beginning with https://.',
					'rappel'
				),
			};

/** Of a pairing code as typed. */
export const codeFaults = ( typed: string ): Faults =>
	typed.trim().length >= 8
		? {}
		: {
				code: __(
					'Type the pairing code as the service shows it.',
					'rappel'
				),
			};
