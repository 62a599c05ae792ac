import { z } from 'zod';
import { channelSchema, saveChannelSchema } from './channel.js';
import { idSchema, instantSchema } from './primitives.js';

/** Rises when a file of before could not be read any more. */
export const channelFileVersion = 1;

/** Channels as a file that another site can read: no ids, no secrets, and people by the login that they have on both sites. */
export const channelFileSchema = z.object( {
	format: z.literal( 'rappel-channels' ),
	version: z.literal( channelFileVersion ),
	exportedAt: instantSchema,
	/** The home URL of the site it comes from: for reading. */
	site: z.string(),
	channels: z
		.array(
			saveChannelSchema.shape.settings.extend( {
				team: z.array(
					z.object( {
						login: z.string().trim().min( 1 ).max( 60 ),
						priority: z.int().min( 1 ).max( 9 ).default( 1 ),
					} )
				),
			} )
		)
		.min( 1 )
		.max( 200 ),
} );
export type ChannelFile = z.infer< typeof channelFileSchema >;

/** POST rappel/v1/channels/import: all channels of the file are checked first, and none is made while one has a fault. */
export const importChannelsSchema = z.object( {
	/** The file's text. */
	file: z.string().min( 1 ).max( 4_000_000 ),
	/** False: they are paused, whatever the file says, until somebody has looked at them. */
	keepState: z.boolean().default( false ),
} );
export type ImportChannels = z.infer< typeof importChannelsSchema >;

/** Its answer. */
export const importedChannelsSchema = z.object( {
	channels: z.array(
		channelSchema.pick( { id: true } ).extend( { name: z.string() } )
	),
	/** Members of a team who are no users of this site, or take no callbacks: left out. */
	unknownMembers: z.array(
		z.object( {
			channelId: idSchema,
			channelName: z.string(),
			login: z.string(),
		} )
	),
} );
export type ImportedChannels = z.infer< typeof importedChannelsSchema >;
