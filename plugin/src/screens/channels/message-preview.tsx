import { __, sprintf } from '@wordpress/i18n';
import type { Preview } from '../../hooks/use-text-message-preview';
import {
	costWords,
	sizeWords,
	unknownPlacesWords,
} from '../../domain/text-message-words';

interface MessagePreviewProps {
	preview: Preview;
	/** Of the field: "Text of the confirmation". */
	label: string;
	/** What the phone shows at its head: a name, or a number. */
	from: string;
}

/** The message as a phone shows it, for an example of a booking; and what it costs. */
export function MessagePreview( {
	preview: { value, problem, isStale },
	label,
	from,
}: MessagePreviewProps ) {
	const warnings = value
		? [ unknownPlacesWords( value ), costWords( value ) ].filter( Boolean )
		: [];
	return (
		<div
			className="rappel-sms"
			role="group"
			aria-label={ sprintf(
				/* translators: %s: label of a text field. */
				__( 'Preview: %s', 'rappel' ),
				label
			) }
			aria-busy={ isStale }
		>
			<div className="rappel-sms__phone">
				<span className="rappel-sms__from">{ from }</span>
				<p
					className={ `rappel-sms__bubble${ isStale ? ' is-stale' : '' }` }
				>
					{ value?.text ?? '…' }
				</p>
			</div>
			<div className="rappel-sms__facts" aria-live="polite">
				{ value && <span>{ sizeWords( value ) }</span> }
				{ warnings.map( ( warning ) => (
					<span key={ warning } className="rappel-sms__warning">
						{ warning }
					</span>
				) ) }
				{ problem && (
					<span className="rappel-field-error">
						{ problem.detail }
					</span>
				) }
			</div>
		</div>
	);
}
