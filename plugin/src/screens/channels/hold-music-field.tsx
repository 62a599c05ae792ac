import { useCallback } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { readConnection } from '../../api/connection';
import { ChoiceField, TextField } from '../../components/fields';
import { Listen } from '../../components/listen';
import { MediaButton } from '../../components/media-button';
import type { ChannelDraft } from '../../hooks/use-channel-draft';
import { useLoaded } from '../../hooks/use-loaded';

/** Stands in the choice for a file of the owner's. */
const own = 'own';

/** Rappel's music or a file of the owner's; either can be heard before it is saved. */
export function HoldMusicField( {
	draft: {
		calls: { holdMusic, holdMusicUrl },
	},
	errors,
	changePart,
}: ChannelDraft ) {
	const { value: connection } = useLoaded(
		useCallback( () => readConnection(), [] )
	);
	const isOwn = holdMusicUrl !== null;
	const change = ( address: string | null ) =>
		changePart( 'calls', { holdMusicUrl: address } );
	const standard =
		connection?.serviceUrl && holdMusic !== 'none'
			? new URL( `/audio/${ holdMusic }.wav`, connection.serviceUrl ).href
			: '';
	const address = isOwn ? holdMusicUrl.trim() : standard;
	return (
		<div className="rappel-music">
			<ChoiceField
				path="calls.holdMusic"
				label={ __( 'Hold music', 'rappel' ) }
				help={ __(
					'Played again and again while somebody waits.',
					'rappel'
				) }
				error={ errors[ 'calls.holdMusic' ] }
				value={ isOwn ? own : holdMusic }
				onChange={ ( chosen ) =>
					chosen === own
						? change( '' )
						: changePart( 'calls', {
								holdMusic: chosen,
								holdMusicUrl: null,
							} )
				}
				options={ [
					{ value: 'calm', label: __( 'Calm', 'rappel' ) },
					{ value: 'bright', label: __( 'Bright', 'rappel' ) },
					{ value: 'strings', label: __( 'Strings', 'rappel' ) },
					{ value: 'none', label: __( 'Silence', 'rappel' ) },
					{ value: own, label: __( 'A file of mine', 'rappel' ) },
				] }
			/>
			<Listen key={ address } address={ address } />
			{ isOwn && (
				<div className="rappel-music__own">
					<TextField
						path="calls.holdMusicUrl"
						label={ __( 'Address of the file', 'rappel' ) }
						help={ __(
							'The https address of an MP3 or WAV file. Left empty, Rappel’s own music is played.',
							'rappel'
						) }
						error={ errors[ 'calls.holdMusicUrl' ] }
						value={ holdMusicUrl }
						onChange={ change }
						maximum={ 500 }
						placeholder="https://"
						type="url"
					/>
					<MediaButton
						title={ __( 'Choose the hold music', 'rappel' ) }
						onChoose={ change }
					/>
				</div>
			) }
		</div>
	);
}
