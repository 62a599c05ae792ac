import { RadioControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { LongTextField } from '../../components/fields';
import { Section } from '../../components/section';
import type { ChannelDraft } from '../../hooks/use-channel-draft';
import { useSpokenTexts } from '../../hooks/use-spoken-texts';
import { HoldMusicField } from './hold-music-field';
import { ListenToVoice } from './listen-to-voice';
import { SpokenTextsFields } from './spoken-texts-fields';

/** Everything that is heard on the phone. */
export function VoiceSection( editing: ChannelDraft ) {
	const { draft, errors, changePart } = editing;
	const { calls, language } = draft;
	const change = ( changes: Partial< typeof calls > ) =>
		changePart( 'calls', changes );
	const defaults = useSpokenTexts( language );
	const waitingMessage = defaults?.waiting_company ?? '';
	return (
		<Section
			id="rappel-voice"
			title={ __( 'Voice and music', 'rappel' ) }
			description={ __(
				'What both sides hear on the phone. Each sentence has a good default, and can be your own.',
				'rappel'
			) }
		>
			<div className="rappel-beside">
				<RadioControl
					label={ __( 'Voice', 'rappel' ) }
					help={ __( 'For every message that is spoken.', 'rappel' ) }
					selected={ calls.voice }
					onChange={ ( voice ) =>
						change( { voice: voice === 'man' ? 'man' : 'woman' } )
					}
					options={ [
						{ label: __( 'Woman', 'rappel' ), value: 'woman' },
						{ label: __( 'Man', 'rappel' ), value: 'man' },
					] }
				/>
				<ListenToVoice
					text={ calls.waitingMessage?.trim() || waitingMessage }
					language={ language }
					voice={ calls.voice }
				/>
			</div>
			<HoldMusicField { ...editing } />
			<LongTextField
				path="calls.waitingMessage"
				label={ __( 'Waiting message', 'rappel' ) }
				help={ __(
					'Spoken to whoever answers first, while the other is called.',
					'rappel'
				) }
				error={ errors[ 'calls.waitingMessage' ] }
				value={ calls.waitingMessage }
				onChange={ ( text ) => change( { waitingMessage: text } ) }
				maximum={ 400 }
				placeholder={ waitingMessage }
			/>
			<SpokenTextsFields { ...editing } />
		</Section>
	);
}
