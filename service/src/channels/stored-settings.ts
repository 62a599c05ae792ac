import { channelSettingsSchema, type ChannelSettings } from '@rappel/contract';
import { textsByLanguage } from './domain/texts-by-language.js';

/** More channels than are asked for at the same time; the one that was read first goes first. */
const remembered = 2_000;

/**
 * Reads settings as they were stored, perhaps by an older version: what it did not know yet has today's default. Each text is
 * read once, so that no visitor waits for it; two who read the same text get the same object, and nobody may change it.
 *
 * @return By the channel's id and the stored text.
 */
export function rememberSettings(): (
	channelId: string,
	stored: string
) => ChannelSettings {
	const known = new Map<
		string,
		{ stored: string; settings: ChannelSettings }
	>();
	return ( channelId, stored ) => {
		// The text and not the version: one that was rolled back had the same version, and other settings.
		const found = known.get( channelId );
		if ( found?.stored === stored ) {
			return found.settings;
		}
		// While instances are replaced, one of the older version may still save texts without a language.
		const settings = channelSettingsSchema.parse(
			textsByLanguage( JSON.parse( stored ) )
		);
		freeze( settings );
		known.delete( channelId );
		known.set( channelId, { stored, settings } );
		const [ oldest ] = known.keys();
		if ( known.size > remembered && oldest !== undefined ) {
			known.delete( oldest );
		}
		return settings;
	};
}

function freeze( value: unknown ): void {
	if ( typeof value === 'object' && value !== null ) {
		Object.values( value ).forEach( freeze );
		Object.freeze( value );
	}
}
