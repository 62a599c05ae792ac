import { randomUUID } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { createChannelStore } from '../../channels/channel-store.js';
import { someChannel } from '../../channels/testing/some-channel.js';
import { createSiteStore } from '../../sites/site-store.js';
import { someSite } from '../../sites/testing/some-site.js';
import type { Database } from '../database.js';
import { onEachDatabase } from '../testing/each-database.js';
import { down, up } from './200-texts-by-language.js';

async function store( database: Database, settings: object ) {
	const site = someSite();
	await createSiteStore( database ).create( site );
	const channel = someChannel( {}, { id: randomUUID(), siteId: site.id } );
	const channels = createChannelStore( database );
	await channels.create( channel );
	await database.sequelize.query(
		'UPDATE channels SET settings = ? WHERE id = ?',
		{ replacements: [ JSON.stringify( settings ), channel.id ] }
	);
	const stored = async (): Promise< unknown > => {
		const [ rows ] = await database.sequelize.query(
			'SELECT settings FROM channels'
		);
		const [ row ] = rows as Array< { settings: string } >;
		return JSON.parse( row?.settings ?? 'null' );
	};
	return { stored, find: () => channels.find( site.id, channel.id ) };
}

onEachDatabase( 'texts by language', ( open ) => {
	const before = {
		name: 'Desk',
		language: 'en',
		form: { introduction: 'We call you.', consent: null },
		calls: { waitingMessage: 'Hold on.' },
	};

	it( 'gives each text the channel’s language, once, and takes it back [N21]', async () => {
		const { stored, find } = await store( open(), before );

		await up( open() );
		await up( open() );

		expect( ( await find() )?.settings ).toMatchObject( {
			form: { introduction: { en: 'We call you.' }, consent: {} },
			calls: { waitingMessage: { en: 'Hold on.' } },
		} );
		await down( open() );
		expect( await stored() ).toEqual( before );
	} );

	it( 'is made good where an instance of before still saves [N14]', async () => {
		const { find } = await store( open(), before );

		expect( ( await find() )?.settings.form.introduction ).toEqual( {
			en: 'We call you.',
		} );
	} );
} );
