import { FormTokenField } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { fieldHelp } from '../../components/fields';
import { fieldId } from '../../hooks/use-channel-draft';

interface RecipientsFieldProps {
	value: string[];
	error: string | undefined;
	onChange: ( value: string[] ) => void;
}

/** Enough to catch a slip; whether it exists only the mail server knows. */
const looksLikeMail = ( text: string ) =>
	/^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test( text.trim() );

/** Who gets the alert, by e-mail address. */
export function RecipientsField( {
	value,
	error,
	onChange,
}: RecipientsFieldProps ) {
	return (
		<div
			id={ fieldId( 'survey.recipients' ) }
			tabIndex={ -1 }
			className={ error ? 'has-error' : '' }
		>
			<FormTokenField
				__next40pxDefaultSize
				__nextHasNoMarginBottom
				__experimentalShowHowTo={ false }
				__experimentalValidateInput={ looksLikeMail }
				tokenizeOnBlur
				tokenizeOnSpace
				label={ __( 'Recipients', 'rappel' ) }
				value={ value }
				maxLength={ 20 }
				onChange={ ( tokens ) =>
					onChange( [
						...new Set(
							tokens.map( ( token ) =>
								( typeof token === 'string'
									? token
									: token.value
								).trim()
							)
						),
					] )
				}
			/>
			<p className="rappel-help">
				{ fieldHelp(
					error,
					__(
						'E-mail addresses; press Enter after each. 20 at most.',
						'rappel'
					)
				) }
			</p>
		</div>
	);
}
