import { ToggleControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { ChoiceField, TextField } from '../../components/fields';
import { Section } from '../../components/section';
import { languageOptions } from '../../domain/languages';
import type { ChannelDraft } from '../../hooks/use-channel-draft';
import { useReading } from '../../reading';

export function GeneralSection( { draft, errors, change }: ChannelDraft ) {
	const { locale } = useReading();
	return (
		<Section
			id="rappel-general"
			title={ __( 'Channel', 'rappel' ) }
			description={ __(
				'How you and your colleagues find it again.',
				'rappel'
			) }
		>
			<TextField
				path="name"
				label={ __( 'Name', 'rappel' ) }
				help={ __( 'Visitors do not see it.', 'rappel' ) }
				error={ errors.name }
				value={ draft.name }
				onChange={ ( name ) => change( { name } ) }
				maximum={ 80 }
				isRequired
			/>
			<ToggleControl
				__nextHasNoMarginBottom
				label={ __( 'Take requests', 'rappel' ) }
				help={
					draft.state === 'live'
						? __(
								'Visitors can ask to be called back during the opening hours.',
								'rappel'
							)
						: __(
								'Paused: visitors read that nobody calls back at the moment.',
								'rappel'
							)
				}
				checked={ draft.state === 'live' }
				onChange={ ( isLive ) =>
					change( { state: isLive ? 'live' : 'paused' } )
				}
			/>
			<ChoiceField
				path="language"
				label={ __( 'Language', 'rappel' ) }
				help={ __(
					'Spoken on the phone, and of the default texts.',
					'rappel'
				) }
				error={ errors.language }
				value={ draft.language }
				onChange={ ( language ) => change( { language } ) }
				options={ languageOptions( locale ) }
			/>
		</Section>
	);
}
