import { FormTokenField } from '@wordpress/components';
import type { ReactNode } from 'react';
import { fieldHelp } from '../../components/fields';
import { fieldId } from '../../hooks/use-channel-draft';

interface TokensFieldProps {
	path: string;
	label: string;
	help: ReactNode;
	error: string | undefined;
	value: string[];
	onChange: ( value: string[] ) => void;
	/** Whether a text may be one of them. */
	isGood: ( text: string ) => boolean;
	maximum: number;
	/** Whether a space ends one. */
	endsAtSpace?: boolean;
}

/** Several short texts, each once. */
export function TokensField( {
	path,
	label,
	help,
	error,
	value,
	onChange,
	isGood,
	maximum,
	endsAtSpace = false,
}: TokensFieldProps ) {
	return (
		<div
			id={ fieldId( path ) }
			tabIndex={ -1 }
			className={ error ? 'has-error' : '' }
		>
			<FormTokenField
				__next40pxDefaultSize
				__nextHasNoMarginBottom
				__experimentalShowHowTo={ false }
				__experimentalValidateInput={ isGood }
				tokenizeOnBlur
				tokenizeOnSpace={ endsAtSpace }
				label={ label }
				value={ value }
				maxLength={ maximum }
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
			<p className="rappel-help">{ fieldHelp( error, help ) }</p>
		</div>
	);
}
