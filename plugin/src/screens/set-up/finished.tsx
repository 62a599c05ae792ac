import { useEffect, useRef } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { Button } from '@wordpress/components';
import type { SetUpStep } from '@rappel/contract';
import { adminUrl, screenUrl } from '../../admin-url';
import {
	setUpSteps,
	stateOf,
	stepTitle,
	type SetUpFacts,
} from '../../domain/set-up-steps';

interface FinishedProps {
	facts: SetUpFacts;
	onOpen: ( step: SetUpStep ) => void;
}

/** Nothing is left to do here: where to go now, and what was passed by. */
export function Finished( { facts, onOpen }: FinishedProps ) {
	const heading = useRef< HTMLHeadingElement >( null );
	useEffect( () => heading.current?.focus(), [] );
	const skipped = setUpSteps.filter(
		( step ) => stateOf( step, facts ) === 'skipped'
	);
	return (
		<section className="rappel-step">
			<h2 ref={ heading } tabIndex={ -1 }>
				{ skipped.length === 0
					? __( 'Rappel is ready', 'rappel' )
					: __( 'That is all for now', 'rappel' ) }
			</h2>
			{ skipped.length > 0 && (
				<>
					<p>{ __( 'You skipped:', 'rappel' ) }</p>
					<ul>
						{ skipped.map( ( step ) => (
							<li key={ step }>
								<Button
									variant="link"
									onClick={ () => onOpen( step ) }
								>
									{ stepTitle( step ) }
								</Button>
							</li>
						) ) }
					</ul>
				</>
			) }
			{ facts.channel && <Placing channelId={ facts.channel.id } /> }
			<div className="rappel-step__ways">
				{ facts.channel && (
					<Button
						__next40pxDefaultSize
						variant="primary"
						href={ adminUrl( 'post-new.php', {
							post_type: 'page',
						} ) }
					>
						{ __( 'Put it on a new page', 'rappel' ) }
					</Button>
				) }
				<Button
					__next40pxDefaultSize
					variant="secondary"
					href={ channelUrl( facts ) }
				>
					{ __( 'All settings of the channel', 'rappel' ) }
				</Button>
				<Button
					__next40pxDefaultSize
					variant="tertiary"
					href={ screenUrl( 'live' ) }
				>
					{ __( 'Live dashboard', 'rappel' ) }
				</Button>
			</div>
		</section>
	);
}

const Placing = ( { channelId }: { channelId: string } ) => (
	<p>
		{ __(
			'Now put the form where visitors see it: in the block editor, add the block “Callback form”; elsewhere, this shortcode:',
			'rappel'
		) }{ ' ' }
		<code>{ `[rappel channel="${ channelId }"]` }</code>
	</p>
);

const channelUrl = ( { channel }: SetUpFacts ) =>
	channel
		? adminUrl( 'admin.php', {
				page: 'rappel-channels',
				channel: channel.id,
			} )
		: screenUrl( 'channels' );
