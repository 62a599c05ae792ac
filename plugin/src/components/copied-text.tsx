import { speak } from '@wordpress/a11y';
import { Button } from '@wordpress/components';
import { useId, useRef, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';

interface CopiedTextProps {
	label: string;
	text: string;
}

/** A text to take elsewhere, as it is: with a button that copies it. */
export function CopiedText( { label, text }: CopiedTextProps ) {
	const field = useRef< HTMLTextAreaElement >( null );
	const [ told, setTold ] = useState( '' );
	const id = useId();
	const copy = async () => {
		field.current?.select();
		const sentence = await putInClipboard( text );
		setTold( sentence );
		speak( sentence );
	};
	return (
		<div className="rappel-copied">
			<label htmlFor={ id }>{ label }</label>
			<textarea
				id={ id }
				ref={ field }
				readOnly
				dir="ltr"
				rows={ Math.min( text.split( '\n' ).length, 24 ) }
				value={ text }
			/>
			<div className="rappel-test">
				<Button
					__next40pxDefaultSize
					variant="secondary"
					aria-label={ `${ __( 'Copy', 'rappel' ) }: ${ label }` }
					onClick={ () => void copy() }
				>
					{ __( 'Copy', 'rappel' ) }
				</Button>
				<p>{ told }</p>
			</div>
		</div>
	);
}

/** What to tell of it. */
async function putInClipboard( text: string ): Promise< string > {
	try {
		await navigator.clipboard.writeText( text );
		return __( 'Copied.', 'rappel' );
	} catch {
		// Without https a browser gives no clipboard to pages.
		return __(
			'The text is selected: copy it with your keyboard, or by a long press.',
			'rappel'
		);
	}
}
