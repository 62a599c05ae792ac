import { __ } from '@wordpress/i18n';
import { Section } from '../../components/section';
import { takesBookings } from '../../domain/applicability';
import { defaultTextsIn, pageTextsIn } from '../../domain/default-texts';
import type { OwnTexts } from '../../domain/own-texts';
import type { ChannelDraft } from '../../hooks/use-channel-draft';
import { useEditorPlace } from './editor-place';
import { LanguageSwitch } from './language-switch';
import { OwnTextField } from './own-text-field';

/** Every text that visitors read on the page, by language. */
export function VocabularySection( editing: ChannelDraft ) {
	const { form, bookingTexts } = editing.draft;
	const texts = [
		...Object.values( form ),
		...Object.values( bookingTexts ),
	];
	return (
		<Section
			id="rappel-vocabulary"
			title={ __( 'Vocabulary', 'rappel' ) }
			description={ __(
				'What visitors read. Write your own words, or leave a field empty.',
				'rappel'
			) }
		>
			<LanguageSwitch
				texts={ texts.filter(
					( value ): value is OwnTexts => typeof value === 'object'
				) }
			/>
			<BeforeFields { ...editing } />
			<ButtonFields { ...editing } />
			<AfterFields { ...editing } />
		</Section>
	);
}

function useTexts( { draft, errors, changePart }: ChannelDraft ) {
	const { language } = useEditorPlace();
	const defaults = defaultTextsIn( language );
	const page = pageTextsIn( language );
	const { form, bookingTexts } = draft;
	/** What a field of the form's texts needs; another for the texts about booking. */
	const ofForm = (
		name: Exclude<
			keyof typeof form,
			'askName' | 'askNote' | 'consentRequired'
		>
	) => ( {
		path: `form.${ name }`,
		texts: form[ name ],
		onChange: ( texts: OwnTexts ) =>
			changePart( 'form', { [ name ]: texts } ),
		errors,
		placeholder: name === 'otherWays' ? undefined : defaults[ name ],
	} );
	const ofBooking = ( name: keyof typeof bookingTexts ) => ( {
		path: `bookingTexts.${ name }`,
		texts: bookingTexts[ name ],
		onChange: ( texts: OwnTexts ) =>
			changePart( 'bookingTexts', { [ name ]: texts } ),
		errors,
	} );
	return { defaults, page, ofForm, ofBooking };
}

/** Read before anything is typed. */
function BeforeFields( editing: ChannelDraft ) {
	const { form } = editing.draft;
	const { page, ofForm } = useTexts( editing );
	return (
		<>
			<OwnTextField
				{ ...ofForm( 'introduction' ) }
				label={ __( 'Introduction', 'rappel' ) }
				help={ __( 'Shown before the number is typed.', 'rappel' ) }
				maximum={ 400 }
				isLong
			/>
			<OwnTextField
				{ ...ofForm( 'phoneLabel' ) }
				label={ __( 'Label of the phone number', 'rappel' ) }
				maximum={ 80 }
			/>
			{ form.askName && (
				<OwnTextField
					{ ...ofForm( 'nameLabel' ) }
					label={ __( 'Label of the name', 'rappel' ) }
					maximum={ 80 }
				/>
			) }
			{ form.askNote && (
				<OwnTextField
					{ ...ofForm( 'noteLabel' ) }
					label={ __( 'Label of the note', 'rappel' ) }
					maximum={ 80 }
				/>
			) }
			<OwnTextField
				{ ...ofForm( 'consent' ) }
				{ ...( form.consentRequired && { placeholder: page.agree } ) }
				label={ __( 'Consent', 'rappel' ) }
				help={ __(
					'Kept with each request, with the time, as proof.',
					'rappel'
				) }
				maximum={ 600 }
				isLong
			/>
		</>
	);
}

/** The two buttons, and what stands there while nobody can call. */
function ButtonFields( editing: ChannelDraft ) {
	const { draft } = editing;
	const { defaults, page, ofForm, ofBooking } = useTexts( editing );
	return (
		<>
			{ draft.callTypes !== 'deferred' && (
				<OwnTextField
					{ ...ofForm( 'buttonLabel' ) }
					label={ __( 'Button', 'rappel' ) }
					help={ __( 'Asks to be called now.', 'rappel' ) }
					maximum={ 60 }
				/>
			) }
			{ takesBookings( draft ) && (
				<OwnTextField
					{ ...ofBooking( 'buttonLabel' ) }
					label={ __( 'Button to pick a time', 'rappel' ) }
					maximum={ 60 }
					placeholder={ page.later }
				/>
			) }
			<OwnTextField
				{ ...ofBooking( 'unavailable' ) }
				label={ __( 'While nobody can call now', 'rappel' ) }
				help={ __(
					'Shown while the channel is closed, full or paused.',
					'rappel'
				) }
				maximum={ 400 }
				placeholder={ defaults.unavailable }
				places={ [ 'opening' ] }
			/>
			<OwnTextField
				{ ...ofForm( 'otherWays' ) }
				label={ __( 'Other ways to reach you', 'rappel' ) }
				help={ __(
					'Shown under the form, for those who cannot or will not phone: an e-mail address, a chat, a relay service. Left empty, nothing is shown.',
					'rappel'
				) }
				maximum={ 400 }
				isLong
			/>
		</>
	);
}

/** Read once it is sent. */
function AfterFields( editing: ChannelDraft ) {
	const { draft } = editing;
	const { defaults, ofForm, ofBooking } = useTexts( editing );
	return (
		<>
			{ draft.callTypes !== 'deferred' && (
				<OwnTextField
					{ ...ofForm( 'confirmation' ) }
					label={ __( 'Confirmation', 'rappel' ) }
					help={ __(
						'Shown as soon as the request is accepted.',
						'rappel'
					) }
					maximum={ 400 }
					isLong
				/>
			) }
			{ takesBookings( draft ) && (
				<OwnTextField
					{ ...ofBooking( 'confirmation' ) }
					label={ __( 'Confirmation of a time', 'rappel' ) }
					help={ __(
						'Shown as soon as the time is booked.',
						'rappel'
					) }
					maximum={ 400 }
					placeholder={ defaults.bookingConfirmation }
					places={ [ 'date', 'time', 'datetime', 'name', 'company' ] }
				/>
			) }
		</>
	);
}
