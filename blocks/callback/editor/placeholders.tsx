import {
	Button,
	ExternalLink,
	Placeholder,
	Spinner,
} from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { ReactNode } from 'react';
import { icon } from '../icon';
import { adminUrl } from './admin-url';

function Instead( {
	instructions,
	children,
}: {
	instructions?: string;
	children: ReactNode;
} ) {
	return (
		<Placeholder
			icon={ icon }
			label={ __( 'Callback form', 'rappel' ) }
			{ ...( instructions && { instructions } ) }
		>
			{ children }
		</Placeholder>
	);
}

export const Loading = () => (
	<Instead>
		<Spinner />
	</Instead>
);

/** The site has no service: visitors see nothing in the block's place. */
export const NotConnected = ( { retry }: { retry: () => void } ) => (
	<Instead
		instructions={ __(
			'Rappel is not connected to its service yet. Visitors see nothing here until it is; this block then shows the form by itself.',
			'rappel'
		) }
	>
		<ExternalLink href={ adminUrl( 'rappel-connection' ) }>
			{ __( 'Connect the service', 'rappel' ) }
		</ExternalLink>
		<LookAgain retry={ retry } />
	</Instead>
);

/** `problem` is a sentence from WordPress or the service; empty when nobody answered. */
export const NotRead = ( {
	problem,
	retry,
}: {
	problem: string;
	retry: () => void;
} ) => (
	<Instead
		instructions={
			problem ||
			__(
				'The channels could not be read. Check the connection under Rappel → Connection, then try again.',
				'rappel'
			)
		}
	>
		<Button __next40pxDefaultSize variant="primary" onClick={ retry }>
			{ __( 'Try again', 'rappel' ) }
		</Button>
		<ExternalLink href={ adminUrl( 'rappel-connection' ) }>
			{ __( 'Open the connection', 'rappel' ) }
		</ExternalLink>
	</Instead>
);

export const NoChannel = ( { retry }: { retry: () => void } ) => (
	<Instead
		instructions={ __(
			'No channel is ready yet. Create one under Rappel → Channels (or ask the site’s owner), then come back here.',
			'rappel'
		) }
	>
		<ExternalLink href={ adminUrl( 'rappel-channels' ) }>
			{ __( 'Open the channels', 'rappel' ) }
		</ExternalLink>
		<LookAgain retry={ retry } />
	</Instead>
);

/** Nothing is chosen yet, or what was chosen was deleted since. */
export const ToChoose = ( {
	isDeleted,
	children,
}: {
	isDeleted: boolean;
	/** The choice. */
	children: ReactNode;
} ) => (
	<Instead
		instructions={
			isDeleted
				? __(
						'The channel of this block was deleted: visitors see nothing here. Which other channel takes their requests?',
						'rappel'
					)
				: __(
						'Visitors leave their number here, and you are called and joined. Which channel takes their requests?',
						'rappel'
					)
		}
	>
		{ children }
	</Instead>
);

const LookAgain = ( { retry }: { retry: () => void } ) => (
	<Button __next40pxDefaultSize variant="tertiary" onClick={ retry }>
		{ __( 'Look again', 'rappel' ) }
	</Button>
);
