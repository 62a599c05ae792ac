import { __ } from '@wordpress/i18n';
import { TokensField } from './tokens-field';

interface RecipientsFieldProps {
	value: string[];
	error: string | undefined;
	onChange: ( value: string[] ) => void;
}

/** Enough to catch a slip; whether it exists only the mail server knows. */
const looksLikeMail = ( text: string ) =>
	/^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test( text.trim() );

/** Who gets the alert, by e-mail address. */
export const RecipientsField = ( field: RecipientsFieldProps ) => (
	<TokensField
		{ ...field }
		path="survey.recipients"
		label={ __( 'Recipients', 'rappel' ) }
		help={ __(
			'E-mail addresses; press Enter after each. 20 at most.',
			'rappel'
		) }
		isGood={ looksLikeMail }
		maximum={ 20 }
		endsAtSpace
	/>
);
