import { __ } from '@wordpress/i18n';

/** What the inserter shows: the form with its default words, in the markup of render.php. */
export function Example() {
	return (
		<div className="rappel-callback">
			<div className="rappel-callback__ask">
				<p>
					{ __(
						'Leave your number: we call you back right away.',
						'rappel'
					) }
				</p>
				<div className="rappel-callback__form">
					<div className="rappel-callback__field">
						<span style={ { fontWeight: 600 } }>
							{ __( 'Your phone number', 'rappel' ) }
						</span>
						<input
							type="tel"
							value="06 12 34 56 78"
							readOnly
							aria-label={ __( 'Your phone number', 'rappel' ) }
						/>
					</div>
					<span className="rappel-callback__button wp-element-button">
						{ __( 'Call me back now', 'rappel' ) }
					</span>
					<span className="rappel-callback__later is-quiet wp-element-button">
						{ __( 'Choose a time for the call', 'rappel' ) }
					</span>
				</div>
			</div>
		</div>
	);
}
