import {
	SelectControl,
	TextareaControl,
	TextControl,
} from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import type { ReactNode } from 'react';
import { fieldId } from '../hooks/use-channel-draft';

interface FieldProps {
	/** The field's name on the wire: "calls.destinationNumber". */
	path: string;
	label: string;
	help?: ReactNode;
	/** Undefined when there is nothing to mend. */
	error: string | undefined;
}

/** The error before the help, both read with the field. */
export function fieldHelp( error: string | undefined, help: ReactNode ) {
	return (
		<>
			{ error && <span className="rappel-field-error">{ error }</span> }
			{ help }
		</>
	);
}

export interface TextFieldProps extends FieldProps {
	/** Null and empty are the same: nothing is typed. */
	value: string | null;
	onChange: ( value: string ) => void;
	maximum: number;
	/** What applies while nothing is typed. */
	placeholder?: string | undefined;
	type?: 'text' | 'tel' | 'url' | 'password';
	isRequired?: boolean;
	/** What Enter does in place of sending the form around it. */
	onEnter?: () => void;
}

export function TextField( {
	path,
	label,
	help,
	error,
	value,
	onChange,
	maximum,
	placeholder,
	type = 'text',
	isRequired,
	onEnter,
}: TextFieldProps ) {
	return (
		<TextControl
			__next40pxDefaultSize
			__nextHasNoMarginBottom
			id={ fieldId( path ) }
			className={ error ? 'has-error' : '' }
			label={ label }
			help={ fieldHelp( error, help ) }
			type={ type }
			value={ value ?? '' }
			onChange={ onChange }
			maxLength={ maximum }
			placeholder={ placeholder }
			aria-invalid={ !! error }
			aria-required={ isRequired }
			onKeyDown={ ( event ) => {
				if ( onEnter && event.key === 'Enter' ) {
					event.preventDefault();
					onEnter();
				}
			} }
		/>
	);
}

/** A longer text; the room that is left is told when it gets short. */
export function LongTextField( {
	path,
	label,
	help,
	error,
	value,
	onChange,
	maximum,
	placeholder,
}: TextFieldProps ) {
	const left = maximum - ( value ?? '' ).length;
	return (
		// WordPress 6.7's TextareaControl does not tie its label to an id of ours.
		<div id={ fieldId( path ) }>
			<TextareaControl
				__nextHasNoMarginBottom
				className={ error ? 'has-error' : '' }
				label={ label }
				help={ fieldHelp(
					error,
					<>
						{ help }
						{ left < maximum / 5 && (
							<span className="rappel-field-room">
								{ sprintf(
									/* translators: %d: number of characters. */
									__( '%d characters left.', 'rappel' ),
									left
								) }
							</span>
						) }
					</>
				) }
				rows={ 3 }
				value={ value ?? '' }
				onChange={ onChange }
				maxLength={ maximum }
				placeholder={ placeholder }
				aria-invalid={ !! error }
			/>
		</div>
	);
}

interface FigureFieldProps extends FieldProps {
	/** NaN while nothing usable is typed. */
	value: number;
	onChange: ( value: number ) => void;
	/** Smallest and greatest, inclusive. */
	range: readonly [ number, number ];
	/** Of which figure only multiples are taken; 1: any. */
	step?: number;
	/** Read after the figure: "seconds". */
	unit?: string;
}

export function FigureField( {
	path,
	label,
	help,
	error,
	value,
	onChange,
	range: [ minimum, maximum ],
	step = 1,
	unit,
}: FigureFieldProps ) {
	return (
		<TextControl
			__next40pxDefaultSize
			__nextHasNoMarginBottom
			id={ fieldId( path ) }
			className={ error ? 'rappel-figure has-error' : 'rappel-figure' }
			label={ unit ? `${ label } (${ unit })` : label }
			help={ fieldHelp(
				error,
				<>
					{ help }{ ' ' }
					{ step === 1
						? sprintf(
								/* translators: 1: smallest figure allowed. 2: greatest figure allowed. */
								__( 'From %1$d to %2$d.', 'rappel' ),
								minimum,
								maximum
							)
						: sprintf(
								/* translators: 1: smallest figure allowed. 2: greatest figure allowed. 3: a figure such as 5. */
								__(
									'From %1$d to %2$d, in steps of %3$d.',
									'rappel'
								),
								minimum,
								maximum,
								step
							) }
				</>
			) }
			type="number"
			inputMode="numeric"
			min={ minimum }
			max={ maximum }
			step={ step }
			value={ Number.isNaN( value ) ? '' : value }
			onChange={ ( typed ) =>
				onChange( typed === '' ? NaN : Number( typed ) )
			}
			aria-invalid={ !! error }
		/>
	);
}

interface ChoiceFieldProps< Value extends string > extends FieldProps {
	value: Value;
	onChange: ( value: Value ) => void;
	options: readonly { value: Value; label: string }[];
}

/** One of a few, with what the one that is chosen means as its help. */
export function ChoiceField< Value extends string >( {
	path,
	label,
	help,
	error,
	value,
	onChange,
	options,
}: ChoiceFieldProps< Value > ) {
	return (
		<SelectControl
			__next40pxDefaultSize
			__nextHasNoMarginBottom
			id={ fieldId( path ) }
			className={ error ? 'has-error' : '' }
			label={ label }
			help={ fieldHelp( error, help ) }
			value={ value as string }
			onChange={ ( chosen: string ) => onChange( chosen as Value ) }
			options={ options.map( ( option ) => ( {
				value: option.value as string,
				label: option.label,
			} ) ) }
		/>
	);
}
