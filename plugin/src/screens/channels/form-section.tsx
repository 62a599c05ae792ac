import { ToggleControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { LongTextField, TextField } from '../../components/fields';
import { Section } from '../../components/section';
import { defaultTextsIn } from '../../domain/default-texts';
import type { ChannelDraft } from '../../hooks/use-channel-draft';

export function FormSection( {
	draft: { form, language },
	errors,
	changePart,
}: ChannelDraft ) {
	const change = ( changes: Partial< typeof form > ) =>
		changePart( 'form', changes );
	const defaults = defaultTextsIn( language );
	return (
		<Section
			id="rappel-form"
			title={ __( 'What visitors read', 'rappel' ) }
			description={ __(
				'Write your own words, or leave a field empty: then the text shown in grey is used, in the language of the page.',
				'rappel'
			) }
		>
			<LongTextField
				path="form.introduction"
				label={ __( 'Introduction', 'rappel' ) }
				help={ __( 'Shown before the number is typed.', 'rappel' ) }
				error={ errors[ 'form.introduction' ] }
				value={ form.introduction }
				onChange={ ( introduction ) => change( { introduction } ) }
				maximum={ 400 }
				placeholder={ defaults.introduction }
			/>
			<TextField
				path="form.phoneLabel"
				label={ __( 'Label of the phone number', 'rappel' ) }
				error={ errors[ 'form.phoneLabel' ] }
				value={ form.phoneLabel }
				onChange={ ( phoneLabel ) => change( { phoneLabel } ) }
				maximum={ 80 }
				placeholder={ defaults.phoneLabel }
			/>
			<ToggleControl
				__nextHasNoMarginBottom
				label={ __( 'Ask for the name', 'rappel' ) }
				help={ __( 'Visitors may leave it empty.', 'rappel' ) }
				checked={ form.askName }
				onChange={ ( askName ) => change( { askName } ) }
			/>
			{ form.askName && (
				<TextField
					path="form.nameLabel"
					label={ __( 'Label of the name', 'rappel' ) }
					error={ errors[ 'form.nameLabel' ] }
					value={ form.nameLabel }
					onChange={ ( nameLabel ) => change( { nameLabel } ) }
					maximum={ 80 }
					placeholder={ defaults.nameLabel }
				/>
			) }
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
			{ form.askNote && (
				<TextField
					path="form.noteLabel"
					label={ __( 'Label of the note', 'rappel' ) }
					error={ errors[ 'form.noteLabel' ] }
					value={ form.noteLabel }
					onChange={ ( noteLabel ) => change( { noteLabel } ) }
					maximum={ 80 }
					placeholder={ defaults.noteLabel }
				/>
			) }
			<TextField
				path="form.buttonLabel"
				label={ __( 'Button', 'rappel' ) }
				error={ errors[ 'form.buttonLabel' ] }
				value={ form.buttonLabel }
				onChange={ ( buttonLabel ) => change( { buttonLabel } ) }
				maximum={ 60 }
				placeholder={ defaults.buttonLabel }
			/>
			<LongTextField
				path="form.confirmation"
				label={ __( 'Confirmation', 'rappel' ) }
				help={ __(
					'Shown as soon as the request is accepted.',
					'rappel'
				) }
				error={ errors[ 'form.confirmation' ] }
				value={ form.confirmation }
				onChange={ ( confirmation ) => change( { confirmation } ) }
				maximum={ 400 }
				placeholder={ defaults.confirmation }
			/>
			<LongTextField
				path="form.consent"
				label={ __( 'Consent', 'rappel' ) }
				help={ __(
					'Kept with each request, with the time, as proof.',
					'rappel'
				) }
				error={ errors[ 'form.consent' ] }
				value={ form.consent }
				onChange={ ( consent ) => change( { consent } ) }
				maximum={ 600 }
				placeholder={ defaults.consent }
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
		</Section>
	);
}
