import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { cityOf } from '../../domain/booked-time';
import { instantOf, localTimeOf } from '../../domain/local-time';
import { useReading } from '../../reading';
import { ActionDialog, type RequestDialogProps } from './action-dialog';

const yearMilliseconds = 366 * 86_400_000;
const hourMilliseconds = 3_600_000;

/** When they are called: also outside the hours, up to a year ahead. */
export function RescheduleDialog( dialog: RequestDialogProps ) {
	const { timeZone } = useReading();
	const [ now ] = useState( () => new Date() );
	const [ typed, setTyped ] = useState( () =>
		localTimeOf( nextHour( now ), timeZone )
	);
	const [ error, setError ] = useState( '' );
	const actionOf = () => {
		const dueAt = instantOf( typed, timeZone );
		const ahead = ( dueAt?.getTime() ?? 0 ) - Date.now();
		if ( ! dueAt || ahead <= 0 || ahead > yearMilliseconds ) {
			setError(
				__(
					'Choose a day and a time that are still to come, within a year.',
					'rappel'
				)
			);
			return null;
		}
		setError( '' );
		return { action: 'reschedule' as const, dueAt: dueAt.toISOString() };
	};
	return (
		<ActionDialog { ...dialog } name="reschedule" actionOf={ actionOf }>
			<label
				className="rappel-dialog__moment"
				htmlFor="rappel-reschedule"
			>
				<span>{ __( 'Called at', 'rappel' ) }</span>
				<input
					type="datetime-local"
					id="rappel-reschedule"
					value={ typed }
					min={ localTimeOf( now, timeZone ) }
					aria-invalid={ !! error }
					aria-describedby="rappel-reschedule-help"
					onChange={ ( { target } ) => setTyped( target.value ) }
				/>
			</label>
			<p className="rappel-help" id="rappel-reschedule-help">
				{ error && (
					<span className="rappel-field-error" role="alert">
						{ error }
					</span>
				) }
				{ timeZone &&
					sprintf(
						/* translators: %s: a city or an offset, such as "Paris". */
						__( 'By the site’s clock (%s).', 'rappel' ),
						cityOf( timeZone )
					) }{ ' ' }
				{ __(
					'It may be outside the opening hours; tell the client, who gets no SMS about it.',
					'rappel'
				) }
			</p>
		</ActionDialog>
	);
}

/** The next full hour, one hour ahead at least. */
const nextHour = ( now: Date ) =>
	new Date(
		( Math.floor( now.getTime() / hourMilliseconds ) + 2 ) *
			hourMilliseconds
	);
