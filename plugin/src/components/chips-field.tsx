import { Button } from '@wordpress/components';
import { useRef } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { LongTextField, type TextFieldProps } from './fields';

/** What is filled in where it stands in braces. */
export type Place =
	'date' | 'time' | 'datetime' | 'name' | 'company' | 'link' | 'opening';

interface ChipsFieldProps extends Omit<
	TextFieldProps,
	'type' | 'isRequired' | 'onEnter'
> {
	places: readonly Place[];
}

/** A text with the places that can be filled in as buttons, which put them where the cursor is. */
export function ChipsField( { places, ...field }: ChipsFieldProps ) {
	const frame = useRef< HTMLDivElement >( null );
	const insert = ( place: Place ) => {
		const area = frame.current?.querySelector( 'textarea' );
		const text = field.value ?? '';
		const start = area?.selectionStart ?? text.length;
		const end = area?.selectionEnd ?? text.length;
		const word = `{${ place }}`;
		const next = text.slice( 0, start ) + word + text.slice( end );
		if ( next.length > field.maximum ) {
			return;
		}
		field.onChange( next );
		// One turn later: the new text must be in the field before the cursor can stand behind the word.
		setTimeout( () => {
			area?.focus();
			area?.setSelectionRange( start + word.length, start + word.length );
		} );
	};
	return (
		<div className="rappel-chips" ref={ frame }>
			<LongTextField { ...field } />
			<div
				className="rappel-chips__list"
				role="group"
				aria-label={ sprintf(
					/* translators: %s: label of a text field. */
					__( 'Put into “%s”', 'rappel' ),
					field.label
				) }
			>
				{ places.map( ( place ) => (
					<Button
						key={ place }
						size="compact"
						variant="secondary"
						className="rappel-chip"
						title={ meaningOf( place ) }
						aria-label={ `${ meaningOf( place ) } {${ place }}` }
						onClick={ () => insert( place ) }
					>
						{ `{${ place }}` }
					</Button>
				) ) }
			</div>
		</div>
	);
}

function meaningOf( place: Place ): string {
	switch ( place ) {
		case 'date':
			return __( 'Date', 'rappel' );
		case 'time':
			return __( 'Time', 'rappel' );
		case 'datetime':
			return __( 'Date and time', 'rappel' );
		case 'name':
			return __( 'Name of the client', 'rappel' );
		case 'company':
			return __( 'Name of the site', 'rappel' );
		case 'link':
			return __( 'Link to change or cancel', 'rappel' );
		case 'opening':
			return __( 'Next opening', 'rappel' );
	}
}
