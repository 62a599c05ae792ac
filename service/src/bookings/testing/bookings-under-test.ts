import type { ChannelSettingsInput, CreateRequest } from '@rappel/contract';
import { ServiceUnderTest } from '../../callbacks/testing/service-under-test.js';
import type { Database } from '../../persistence/database.js';
import { Refusal } from '../../refusal.js';

/** On a Tuesday, 14 h in Paris; the service under test begins at 11 h. */
export const slot = '2026-11-24T13:00:00.000Z';
export const slotPlus = ( minutes: number ) =>
	new Date( Date.parse( slot ) + minutes * 60_000 );
export const at = ( minutes: number ) => slotPlus( minutes ).toISOString();

const settings: Partial< ChannelSettingsInput > = {
	openingHours: { always: true },
	booking: { minimumDelayMinutes: 30 },
};

export function start(
	database: Database,
	given: Partial< ChannelSettingsInput > = {}
): Promise< ServiceUnderTest > {
	return ServiceUnderTest.start( database, { ...settings, ...given } );
}

/** Books; each visitor has a number of their own. */
let visitors = 0;
export const book = (
	service: ServiceUnderTest,
	given: Partial< CreateRequest > = {}
) =>
	service.submit( {
		slot,
		number: `06 12 34 ${ String( Math.floor( visitors / 100 ) % 100 ).padStart( 2, '0' ) } ${ String( visitors++ % 100 ).padStart( 2, '0' ) }`,
		visitorAddress: `192.0.2.${ visitors % 250 }`,
		...given,
	} );

export const refused = ( work: Promise< unknown > ): Promise< Refusal > =>
	work.then(
		() => {
			throw new Error( 'It was not refused' );
		},
		( error: unknown ) => {
			if ( error instanceof Refusal ) {
				return error;
			}
			throw error;
		}
	);

const tokenOf = ( changeUrl: string | undefined ) =>
	new URL( changeUrl ?? '' ).searchParams.get( 'rappel_booking' ) ?? '';

export async function booked(
	service: ServiceUnderTest,
	given: Partial< CreateRequest > = {}
) {
	const { status } = await book( service, given );
	const token = tokenOf( status.booking?.changeUrl );
	return {
		status,
		token,
		reader: { site: service.site, token, language: null, timeZone: null },
	};
}

/** Time passes, and what is due meanwhile happens: at its time in the last seconds before, late what was due earlier. */
export async function until( service: ServiceUnderTest, instant: Date ) {
	service.now = new Date( instant.getTime() - 15_000 );
	await service.jobs.run();
	await service.pass( 15 );
}

/** With plain spaces. */
export const plain = ( sentence: string | undefined ) =>
	( sentence ?? '' ).replace( /[\u00a0\u202f]/g, ' ' );
