import { Notice } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { RequestDetail } from '@rappel/contract';
import { screenUrl } from '../../admin-url';
import { isLive } from '../../domain/request-words';

/** What a booking needs from its reader: it is late, or nobody will be there. */
export function BookingNotices( { request }: { request: RequestDetail } ) {
	const { state, overdue, uncovered } = request;
	const isAhead = state === 'scheduled' || isLive( request );
	return (
		<>
			{ overdue && state !== 'overdue' && (
				<Notice
					className="rappel-notice"
					status="warning"
					isDismissible={ false }
					spokenMessage=""
				>
					{ __(
						'Its time has passed, and the client is not called yet. Rappel calls as soon as it can, with an apology; if it is urgent, call them yourself.',
						'rappel'
					) }
				</Notice>
			) }
			{ uncovered && isAhead && (
				<Notice
					className="rappel-notice"
					status="warning"
					isDismissible={ false }
					spokenMessage=""
					actions={ [
						{
							label: __( 'Open the agents’ hours', 'rappel' ),
							url: screenUrl( 'agents' ),
						},
					] }
				>
					{ __(
						'Nobody of the team has hours at the booked time. Change somebody’s hours or leave, or agree on another time with the client.',
						'rappel'
					) }
				</Notice>
			) }
		</>
	);
}
