import { RadioControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { Section } from '../../components/section';
import { bySentence, spokenTextGroups } from '../../domain/spoken-text-groups';
import type { ChannelDraft } from '../../hooks/use-channel-draft';
import { useSpokenTexts } from '../../hooks/use-spoken-texts';
import { useEditorPlace } from './editor-place';
import { HoldMusicField } from './hold-music-field';
import { LanguageSwitch } from './language-switch';
import { OwnTextField } from './own-text-field';
import { Spoken } from './spoken';
import { SpokenTextsFields } from './spoken-texts-fields';

/** Everything that is heard on the phone. */
export function VoiceSection( editing: ChannelDraft ) {
	const { draft, errors, changePart } = editing;
	const { calls } = draft;
	const { language } = useEditorPlace();
	const defaults = useSpokenTexts( language );
	const change = ( changes: Partial< typeof calls > ) =>
		changePart( 'calls', changes );
	const sentences = spokenTextGroups( draft )
		.flatMap( ( { texts } ) => texts )
		.map( ( { key } ) => bySentence( calls.spokenTexts, key ) );
	const label = __( 'Waiting message', 'rappel' );
	return (
		<Section
			id="rappel-voice"
			title={ __( 'Voice and music', 'rappel' ) }
			description={ __(
				'What both sides hear on the phone. Each sentence has a good default, and can be your own.',
				'rappel'
			) }
		>
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
			<HoldMusicField { ...editing } />
			<LanguageSwitch texts={ [ calls.waitingMessage, ...sentences ] } />
			<Spoken
				draft={ draft }
				label={ label }
				text={
					calls.waitingMessage[ language ] ||
					defaults?.waiting_company
				}
			>
				<OwnTextField
					path="calls.waitingMessage"
					label={ label }
					help={ __(
						'Spoken to whoever answers first, while the other is called.',
						'rappel'
					) }
					errors={ errors }
					texts={ calls.waitingMessage }
					onChange={ ( waitingMessage ) =>
						change( { waitingMessage } )
					}
					maximum={ 400 }
					placeholder={ defaults?.waiting_company }
					isLong
				/>
			</Spoken>
			<SpokenTextsFields { ...editing } />
		</Section>
	);
}
