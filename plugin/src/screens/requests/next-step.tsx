import { Notice } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import type { RequestSummary } from '@rappel/contract';
import { formatMoment } from '../../domain/format';
import { waitingSentence } from '../../domain/request-words';
import { useReading } from '../../reading';

/** Why it is not ringing now, and when it will; nothing once it rings or is over. */
export function NextStep( { request }: { request: RequestSummary } ) {
	const reading = useReading();
	const { heldBackBy, dueAt, bookedFor, attempt, attempts } = request;
	/** A booked time stands among the facts; here only what comes besides. */
	const isLater = !! dueAt && dueAt !== bookedFor;
	const sentences = [
		heldBackBy && waitingSentence( heldBackBy ),
		isLater &&
			sprintf(
				/* translators: %s: day and time. */
				__( 'Called next: %s.', 'rappel' ),
				formatMoment( dueAt, new Date(), reading )
			),
		( heldBackBy || isLater ) && attempts > 1 && tryOf( attempt, attempts ),
	].filter( ( sentence ) => !! sentence );
	return sentences.length ? (
		<Notice
			className="rappel-notice"
			status="info"
			isDismissible={ false }
			spokenMessage=""
		>
			{ sentences.join( ' ' ) }
		</Notice>
	) : null;
}

const tryOf = ( attempt: number, attempts: number ) =>
	sprintf(
		/* translators: 1: number of this attempt. 2: how many there may be. */
		__( 'Attempt %1$d of %2$d.', 'rappel' ),
		attempt,
		attempts
	);
