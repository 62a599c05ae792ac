import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { inbox, search } from '@wordpress/icons';
import { adminUrl, screenUrl } from '../../admin-url';
import { EmptyState } from '../../components/empty-state';

/** Nobody has asked yet: how to get the first request. */
export function FirstSteps() {
	return (
		<EmptyState
			icon={ inbox }
			title={ __( 'No request yet', 'rappel' ) }
			actions={
				<>
					<Button
						__next40pxDefaultSize
						variant="primary"
						href={ adminUrl( 'post-new.php', {
							post_type: 'page',
						} ) }
					>
						{ __( 'Add a page', 'rappel' ) }
					</Button>
					<Button
						__next40pxDefaultSize
						variant="secondary"
						href={ screenUrl( 'channels' ) }
					>
						{ __( 'Check the channel', 'rappel' ) }
					</Button>
				</>
			}
		>
			<p>
				{ __(
					'Each visitor who leaves a number appears here at once, and you see both calls as they happen.',
					'rappel'
				) }
			</p>
			<ol>
				<li>
					{ __(
						'Open a page and add the “Callback form” block to it.',
						'rappel'
					) }
				</li>
				<li>
					{ __(
						'Look at that page as a visitor does, and leave your own mobile number.',
						'rappel'
					) }
				</li>
				<li>
					{ __(
						'Your company’s phone rings; answer it, and your mobile rings. Then come back here.',
						'rappel'
					) }
				</li>
			</ol>
		</EmptyState>
	);
}

export function NothingMatches( { onClear }: { onClear: () => void } ) {
	return (
		<EmptyState
			icon={ search }
			title={ __( 'No request matches', 'rappel' ) }
			actions={
				<Button
					__next40pxDefaultSize
					variant="secondary"
					onClick={ onClear }
				>
					{ __( 'Show all requests', 'rappel' ) }
				</Button>
			}
		>
			<p>
				{ __( 'There are no requests with these filters.', 'rappel' ) }
			</p>
		</EmptyState>
	);
}
