import { __, sprintf } from '@wordpress/i18n';
import type { RequestSummary } from '@rappel/contract';
import { bookedTimeWords } from '../../domain/booked-time';
import { formatMoment } from '../../domain/format';
import { outcomeWord } from '../../domain/request-actions';
import { isLive, waitingSentence } from '../../domain/request-words';
import { useReading } from '../../reading';

/** Under a request's state: why it waits, when it is called, which attempt it is; nothing where that says nothing. */
export function RowNote( { request }: { request: RequestSummary } ) {
	const reading = useReading();
	const {
		heldBackBy,
		dueAt,
		bookedFor,
		uncovered,
		attempt,
		attempts,
		outcome,
	} = request;
	const now = new Date();
	const isOpen = isLive( request ) || request.state === 'scheduled';
	const notes = [
		bookedFor &&
			sprintf(
				/* translators: %s: day and time. */
				__( 'Booked for %s', 'rappel' ),
				bookedTimeWords( bookedFor, now, reading, null )
			),
		dueAt && dueAt !== bookedFor && formatMoment( dueAt, now, reading ),
		heldBackBy && waitingSentence( heldBackBy ),
		isOpen &&
			attempt > 1 &&
			sprintf(
				/* translators: 1: number of this attempt. 2: how many there may be. */
				__( 'Attempt %1$d of %2$d', 'rappel' ),
				attempt,
				attempts
			),
		outcome && outcomeWord( outcome ),
	].flatMap( ( note ) => note || [] );
	return (
		<>
			{ notes.map( ( note ) => (
				<small key={ note } className="rappel-row__note">
					{ note }
				</small>
			) ) }
			{ uncovered && isOpen && (
				<small className="rappel-row__note rappel-row__warning">
					{ __( 'Nobody has hours then', 'rappel' ) }
				</small>
			) }
		</>
	);
}
