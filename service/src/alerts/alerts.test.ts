import { expect, it } from '@jest/globals';
import { onEachDatabase } from '../persistence/testing/each-database.js';
import { createAlerts } from './alerts.js';

const site = '6f0d1e3a-8f5e-4f7e-9d55-0d6a8f3f2a01';
const otherSite = '6f0d1e3a-8f5e-4f7e-9d55-0d6a8f3f2a02';

onEachDatabase( 'createAlerts', ( open ) => {
	const setUp = () => {
		const clock = {
			time: new Date( '2026-11-24T08:00:00.123Z' ),
			now: () => clock.time,
		};
		return { alerts: createAlerts( open(), { clock } ), clock };
	};

	it( 'keeps the first instant and the newest detail of an alert that is raised again', async () => {
		const { alerts, clock } = setUp();
		await alerts.raise( site, 'telephony_credentials', '20003' );
		clock.time = new Date( '2026-11-24T09:00:00Z' );

		await alerts.raise( site, 'telephony_credentials', '20003 again' );

		expect( await alerts.list( site ) ).toEqual( [
			{
				code: 'telephony_credentials',
				detail: '20003 again',
				since: new Date( '2026-11-24T08:00:00.123Z' ),
			},
		] );
	} );

	it( 'shows a site only its own', async () => {
		const { alerts } = setUp();
		await alerts.raise( otherSite, 'telephony_country', '21215' );

		expect( await alerts.list( site ) ).toEqual( [] );
	} );

	it( 'forgets what is cleared, and clearing nothing does nothing', async () => {
		const { alerts } = setUp();
		await alerts.raise( site, 'telephony_country', '21215' );

		await alerts.clear( site, 'telephony_country' );
		await alerts.clear( site, 'telephony_country' );

		expect( await alerts.list( site ) ).toEqual( [] );
	} );

	it( 'cuts a detail that is too long for its column', async () => {
		const { alerts } = setUp();

		await alerts.raise(
			site,
			'telephony_unreachable',
			'x'.repeat( 2_000 )
		);

		expect( ( await alerts.list( site ) )[ 0 ]?.detail ).toHaveLength(
			500
		);
	} );
} );
