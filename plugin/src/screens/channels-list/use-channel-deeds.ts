import { speak } from '@wordpress/a11y';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { ListedChannel } from '@rappel/contract';
import { exportChannels, saveChannel } from '../../api/channels';
import type { Problem } from '../../api/problem';
import { today } from '../../domain/calendar';
import { copyOf } from '../../domain/channel-copy';
import { useReading } from '../../reading';
import { saveFile } from '../../save-file';
import type { ChannelDeed } from './channel-menu';

export interface ChannelDeeds {
	/** The channel that something is being done with; empty: none. */
	busyId: string;
	problem: Problem | null;
	/** All but deleting, which asks first. */
	act: (
		deed: Exclude< ChannelDeed, 'delete' >,
		channel: ListedChannel
	) => Promise< void >;
	/** All of them, as one file. */
	exportAll: () => Promise< void >;
}

/** What is done with channels from their list, which is loaded again after each deed. */
export function useChannelDeeds(
	channels: readonly ListedChannel[],
	reload: () => Promise< void >
): ChannelDeeds {
	const reading = useReading();
	const [ busyId, setBusyId ] = useState( '' );
	const [ problem, setProblem ] = useState< Problem | null >( null );

	const download = async ( ids: string[], name: string ) => {
		const file = await exportChannels( ids );
		saveFile(
			new Blob( [ `${ JSON.stringify( file, null, '\t' ) }\n` ], {
				type: 'application/json',
			} ),
			`rappel-${ name }-${ today( new Date(), reading ) }.json`
		);
		speak( __( 'The file is downloaded.', 'rappel' ) );
	};
	const change = async (
		{ id, version, settings }: ListedChannel,
		state: 'live' | 'paused'
	) => {
		await saveChannel( id, { version, settings: { ...settings, state } } );
		speak(
			state === 'live'
				? __( 'The channel is live.', 'rappel' )
				: __( 'The channel is paused.', 'rappel' )
		);
	};
	const duplicate = async ( { settings }: ListedChannel ) => {
		const names = channels.map( ( channel ) => channel.settings.name );
		await saveChannel( null, { settings: copyOf( settings, names ) } );
		speak( __( 'The copy is there. It is paused.', 'rappel' ) );
	};

	const doing = async ( id: string, deed: () => Promise< void > ) => {
		setBusyId( id );
		setProblem( null );
		try {
			await deed();
		} catch ( error ) {
			setProblem( error as Problem );
		}
		setBusyId( '' );
	};

	return {
		busyId,
		problem,
		exportAll: () => doing( '', () => download( [], 'channels' ) ),
		act: ( deed, channel ) =>
			doing( channel.id, async () => {
				if ( deed === 'export' ) {
					await download( [ channel.id ], 'channel' );
					return;
				}
				try {
					await ( deed === 'duplicate'
						? duplicate( channel )
						: change(
								channel,
								deed === 'pause' ? 'paused' : 'live'
							) );
				} finally {
					// Also when a colleague was faster: the list shows theirs.
					await reload();
				}
			} ),
	};
}
