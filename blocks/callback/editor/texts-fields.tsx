import { Button, TextareaControl } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import type { BlockTextName, BlockTexts } from '@rappel/contract';
import { blockTextNames } from '../block-texts';

const labels = {
	openLabel: __( 'Button that opens the form', 'rappel' ),
	introduction: __( 'Introduction', 'rappel' ),
	phoneLabel: __( 'Label of the phone number', 'rappel' ),
	nameLabel: __( 'Label of the name', 'rappel' ),
	noteLabel: __( 'Label of the note', 'rappel' ),
	buttonLabel: __( 'Button to be called now', 'rappel' ),
	bookingButtonLabel: __( 'Button to choose a time', 'rappel' ),
} satisfies Record< BlockTextName, string >;

/** As long as the channel's own may be (contract/src/channel.ts), which leaves labels on one or two lines of a phone. */
const longest: Record< BlockTextName, number > = {
	openLabel: 60,
	introduction: 400,
	phoneLabel: 80,
	nameLabel: 80,
	noteLabel: 80,
	buttonLabel: 60,
	bookingButtonLabel: 60,
};

/** Texts without those that are empty: they are the channel's. */
export function withText(
	texts: BlockTexts,
	name: BlockTextName,
	text: string
): BlockTexts {
	const { [ name ]: _replaced, ...others } = texts;
	return text.trim() ? { ...others, [ name ]: text } : others;
}

/**
 * What this block says otherwise than its channel. Only texts that its form has are asked for; one that differs is marked, and a
 * press gives the channel's own back.
 */
export function TextsFields( {
	texts,
	ofChannel,
	hasOpenButton,
	onChange,
}: {
	texts: BlockTexts;
	/** The channel's, as far as its form has them. */
	ofChannel: BlockTexts;
	hasOpenButton: boolean;
	onChange: ( texts: BlockTexts ) => void;
} ) {
	const shown = blockTextNames.filter(
		( name ) =>
			ofChannel[ name ] && ( name !== 'openLabel' || hasOpenButton )
	);
	const changed = shown.filter( ( name ) => texts[ name ] );
	return (
		<>
			<p className="rappel-callback-texts__help">
				{ __(
					'Left empty, a text is the channel’s, in the language of the page. What you write here is for this block alone.',
					'rappel'
				) }
			</p>
			{ shown.map( ( name ) => (
				<TextField
					key={ name }
					name={ name }
					text={ texts[ name ] ?? '' }
					ofChannel={ ofChannel[ name ] ?? '' }
					onChange={ ( text ) =>
						onChange( withText( texts, name, text ) )
					}
				/>
			) ) }
			{ changed.length > 1 && (
				<Button
					__next40pxDefaultSize
					variant="secondary"
					onClick={ () => onChange( {} ) }
				>
					{ __( 'Use the channel’s texts everywhere', 'rappel' ) }
				</Button>
			) }
		</>
	);
}

function TextField( {
	name,
	text,
	ofChannel,
	onChange,
}: {
	name: BlockTextName;
	text: string;
	ofChannel: string;
	onChange: ( text: string ) => void;
} ) {
	return (
		<div className={ `rappel-callback-text${ text ? ' is-changed' : '' }` }>
			<TextareaControl
				__nextHasNoMarginBottom
				label={ labels[ name ] }
				rows={ name === 'introduction' ? 3 : 1 }
				maxLength={ longest[ name ] }
				placeholder={ ofChannel }
				value={ text }
				// A label is one line, and so is what the page sends of it.
				onChange={ ( value ) =>
					onChange( value.replace( /\s*\n\s*/g, ' ' ) )
				}
				help={
					text
						? sprintf(
								/* translators: %s: a text of the channel. */
								__(
									'Changed in this block. The channel says: “%s”',
									'rappel'
								),
								ofChannel
							)
						: undefined
				}
			/>
			{ text && (
				<Button
					__next40pxDefaultSize
					variant="link"
					aria-label={ sprintf(
						/* translators: %s: name of a text, "Introduction". */
						__( '%s: use the channel’s text', 'rappel' ),
						labels[ name ]
					) }
					onClick={ () => onChange( '' ) }
				>
					{ __( 'Use the channel’s text', 'rappel' ) }
				</Button>
			) }
		</div>
	);
}
