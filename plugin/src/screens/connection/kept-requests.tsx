import { Notice } from '@wordpress/components';
import { _n, sprintf } from '@wordpress/i18n';

/** How many requests wait in WordPress for the service (N16); nothing when none does. */
export function KeptRequests( { count }: { count: number } ) {
	if ( ! count ) {
		return null;
	}
	return (
		<Notice
			className="rappel-notice"
			status="warning"
			isDismissible={ false }
		>
			{ sprintf(
				/* translators: %d: number of requests. */
				_n(
					'%d request is kept in WordPress and is delivered as soon as the service answers. One that comes too late is shown as overdue instead of being dialled.',
					'%d requests are kept in WordPress and are delivered as soon as the service answers. Those that come too late are shown as overdue instead of being dialled.',
					count,
					'rappel'
				),
				count
			) }
		</Notice>
	);
}
