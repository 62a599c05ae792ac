import { Button, ExternalLink } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import type { LiveRequest } from '@rappel/contract';
import type { ReactNode } from 'react';
import { formatMoment, formatNumber } from '../../domain/format';
import { earlierWords, tryWords } from '../../domain/live-words';
import { countedFrom } from '../../domain/live-sections';
import { isWebAddress } from '../../domain/web-address';
import type { MyCall } from '../../hooks/use-my-call';
import { useReading } from '../../reading';
import { Age } from './age';
import { useLiveSurroundings } from './live-context';
import { requestUrl } from './live-row';

/** Who is on my phone: what to know before taking the call; and after it, what came of it. */
export function MyCallCard( { call }: { call: MyCall } ) {
	const { ask } = useLiveSurroundings();
	const { request, isOver, putAway } = call;
	if ( ! request ) {
		return null;
	}
	return (
		<section
			className={ `rappel-my-call ${ isOver ? 'is-over' : '' }` }
			aria-label={ __( 'The call on my phone', 'rappel' ) }
		>
			<header>
				<p className="rappel-my-call__state">
					{ headline( request, isOver ) }
					{ ! isOver && (
						<Age
							since={ countedFrom(
								request,
								request.talkingSince ? 'talking' : 'ringing'
							) }
							section={
								request.talkingSince ? 'talking' : 'ringing'
							}
						/>
					) }
				</p>
				<h2>
					{ request.name && <>{ request.name } · </> }
					<bdi dir="ltr">{ formatNumber( request.number ) }</bdi>
				</h2>
			</header>
			<CardFacts request={ request } />
			<div className="rappel-my-call__actions">
				{ isOver && (
					<>
						<Button
							__next40pxDefaultSize
							variant="primary"
							onClick={ () =>
								ask( 'handled', { ...request, state: 'done' } )
							}
						>
							{ __( 'Note what came of it', 'rappel' ) }
						</Button>
						<Button
							__next40pxDefaultSize
							variant="tertiary"
							onClick={ putAway }
						>
							{ __( 'Close', 'rappel' ) }
						</Button>
					</>
				) }
				<Button
					__next40pxDefaultSize
					variant={ isOver ? 'tertiary' : 'secondary' }
					href={ requestUrl( request.id ) }
					target="_blank"
				>
					{ __( 'Open the request', 'rappel' ) }
					<span className="screen-reader-text">
						{ ' ' }
						{ __( '(opens in a new tab)', 'rappel' ) }
					</span>
				</Button>
			</div>
		</section>
	);
}

function headline( { talkingSince }: LiveRequest, isOver: boolean ): string {
	if ( isOver ) {
		return __( 'The call is over. What came of it?', 'rappel' );
	}
	return talkingSince
		? __( 'You are talking', 'rappel' )
		: __( 'Your phone rings', 'rappel' );
}

function CardFacts( { request }: { request: LiveRequest } ) {
	const reading = useReading();
	const { note, pageUrl, pageTitle, earlierRequests, lastRequestAt } =
		request;
	const page = pageTitle || pageUrl;
	const facts: [ string, ReactNode ][] = [
		[ __( 'Note', 'rappel' ), note && <q>{ note }</q> ],
		[
			__( 'Page', 'rappel' ),
			pageUrl && isWebAddress( pageUrl ) ? (
				<ExternalLink href={ pageUrl }>{ page }</ExternalLink>
			) : (
				page
			),
		],
		[
			__( 'Before', 'rappel' ),
			earlierRequests && lastRequestAt
				? sprintf(
						/* translators: 1: "3 earlier requests". 2: day and time. */
						__( '%1$s, the last one: %2$s', 'rappel' ),
						earlierWords( earlierRequests ),
						formatMoment( lastRequestAt, new Date(), reading )
					)
				: __( 'First request of this number', 'rappel' ),
		],
		[ __( 'Channel', 'rappel' ), request.channelName ],
		[ __( 'Try', 'rappel' ), request.attempt > 1 && tryWords( request ) ],
	];
	return (
		<dl className="rappel-my-call__facts">
			{ facts.map(
				( [ word, fact ] ) =>
					fact && (
						<div key={ word }>
							<dt>{ word }</dt>
							<dd>{ fact }</dd>
						</div>
					)
			) }
		</dl>
	);
}
