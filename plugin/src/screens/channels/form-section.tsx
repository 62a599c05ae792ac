import { SelectControl, ToggleControl } from '@wordpress/components';
import { useMemo } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { ChoiceField, fieldHelp, TextField } from '../../components/fields';
import { Section } from '../../components/section';
import { countries } from '../../domain/countries';
import { languageOptions } from '../../domain/languages';
import { fieldId, type ChannelDraft } from '../../hooks/use-channel-draft';
import { useReading } from '../../reading';
import { Advanced } from './advanced';
import { ConfirmNumberField } from './confirm-number-field';
import { SiteWideSection } from './site-wide-section';

/** What the channel is called, and what its form asks for. */
export function FormSection( editing: ChannelDraft ) {
	const { draft, errors, change } = editing;
	const { locale } = useReading();
	return (
		<>
			<Section
				id="rappel-form"
				title={ __( 'Form', 'rappel' ) }
				description={ __(
					'What visitors fill in. The phone number is always asked for.',
					'rappel'
				) }
			>
				<TextField
					path="name"
					label={ __( 'Name of the channel', 'rappel' ) }
					help={ __(
						'For you and your colleagues: visitors do not see it.',
						'rappel'
					) }
					error={ errors.name }
					value={ draft.name }
					onChange={ ( name ) => change( { name } ) }
					maximum={ 80 }
					isRequired
				/>
				<AskedFields { ...editing } />
				<DefaultCountryField { ...editing } />
				<ChoiceField
					path="language"
					label={ __( 'Language', 'rappel' ) }
					help={ __(
						'Spoken to your side, and to visitors whose page does not say its own.',
						'rappel'
					) }
					error={ errors.language }
					value={ draft.language }
					onChange={ ( language ) => change( { language } ) }
					options={ languageOptions( locale ) }
				/>
			</Section>
			<Advanced
				errors={ errors }
				holds={ [ 'guards.confirmNumber', 'siteWide' ] }
			>
				<ConfirmNumberField { ...editing } />
				<SiteWideSection { ...editing } />
			</Advanced>
		</>
	);
}

function AskedFields( { draft: { form }, changePart }: ChannelDraft ) {
	const change = ( changes: Partial< typeof form > ) =>
		changePart( 'form', changes );
	return (
		<>
			<ToggleControl
				__nextHasNoMarginBottom
				label={ __( 'Ask for the name', 'rappel' ) }
				help={ __( 'Visitors may leave it empty.', 'rappel' ) }
				checked={ form.askName }
				onChange={ ( askName ) => change( { askName } ) }
			/>
			<ToggleControl
				__nextHasNoMarginBottom
				label={ __( 'Ask for a note', 'rappel' ) }
				help={ __(
					'The agent hears it before the call: deaf and hard-of-hearing visitors can say that they use a relay service. Visitors may leave it empty.',
					'rappel'
				) }
				checked={ form.askNote }
				onChange={ ( askNote ) => change( { askNote } ) }
			/>
			<ToggleControl
				__nextHasNoMarginBottom
				label={ __( 'Consent must be ticked', 'rappel' ) }
				help={
					form.consentRequired
						? __(
								'A box stands beside the text, and nothing is sent until it is ticked.',
								'rappel'
							)
						: __(
								'The text is shown as a sentence above the button.',
								'rappel'
							)
				}
				checked={ form.consentRequired }
				onChange={ ( consentRequired ) =>
					change( { consentRequired } )
				}
			/>
		</>
	);
}

function DefaultCountryField( {
	draft: { guards },
	errors,
	changePart,
}: ChannelDraft ) {
	const { locale } = useReading();
	const known = useMemo( () => countries( locale ), [ locale ] );
	return (
		<SelectControl
			__next40pxDefaultSize
			__nextHasNoMarginBottom
			id={ fieldId( 'guards.defaultCountry' ) }
			label={ __( 'Default country', 'rappel' ) }
			help={ fieldHelp(
				errors[ 'guards.defaultCountry' ],
				__(
					'Of numbers typed without a country code, such as 06 12 34 56 78.',
					'rappel'
				)
			) }
			value={ guards.defaultCountry }
			onChange={ ( defaultCountry ) =>
				changePart( 'guards', { defaultCountry } )
			}
			options={ known.map( ( { code, name } ) => ( {
				value: code,
				label: name,
			} ) ) }
		/>
	);
}
