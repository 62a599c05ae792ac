import { __ } from '@wordpress/i18n';
import type { CallbackAttributes } from './attributes';

/** What the inserter and pictures of patterns show: the form with its default words, in the markup of render.php. */
export function Example( {
	attributes: { display, texts },
}: {
	attributes: CallbackAttributes;
} ) {
	return (
		<div
			className="rappel-callback rappel-callback__surface"
			data-phase="form"
		>
			{ display === 'inline' ? (
				<ExampleForm texts={ texts } />
			) : (
				<div>
					<span className="rappel-callback__open wp-element-button">
						{ texts.openLabel ?? __( 'Call me back', 'rappel' ) }
					</span>
				</div>
			) }
		</div>
	);
}

function ExampleForm( { texts }: Pick< CallbackAttributes, 'texts' > ) {
	return (
		<div className="rappel-callback__form">
			<p className="rappel-callback__introduction">
				{ texts.introduction ??
					__(
						'Leave your number: we call you back right away, free of charge.',
						'rappel'
					) }
			</p>
			<div className="rappel-callback__field">
				<span style={ { fontWeight: 600 } }>
					{ texts.phoneLabel ?? __( 'Your phone number', 'rappel' ) }
				</span>
				<input
					type="tel"
					value="06 12 34 56 78"
					readOnly
					aria-label={ __( 'Your phone number', 'rappel' ) }
				/>
			</div>
			<div className="rappel-callback__choices">
				<span className="rappel-callback__button wp-element-button">
					{ texts.buttonLabel ?? __( 'Call me back now', 'rappel' ) }
				</span>
			</div>
			<div className="rappel-callback__choices">
				<span className="rappel-callback__later is-quiet wp-element-button">
					{ texts.bookingButtonLabel ??
						__( 'Choose a time for the call', 'rappel' ) }
				</span>
			</div>
		</div>
	);
}
