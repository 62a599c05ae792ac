import { describe, expect, it } from '@jest/globals';
import { channelSettingsSchema } from '@rappel/contract';
import {
	draftOfTemplate,
	templateIds,
	templateName,
} from './channel-templates';

describe( 'a channel from a template', () => {
	it.each( templateIds )( '%s: the service takes it as it is', ( id ) => {
		const draft = draftOfTemplate( id, templateName( id ), 'fr' );

		expect( channelSettingsSchema.parse( draft ) ).toEqual( draft );
		expect( draft ).toMatchObject( { state: 'paused', language: 'fr' } );
	} );
} );
