import { ToggleControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { DraftFigure } from '../../components/draft-figure';
import { Section } from '../../components/section';
import type { ChannelDraft } from '../../hooks/use-channel-draft';

/** When a request is refused rather than left to wait. */
export function QueueSection( editing: ChannelDraft ) {
	const { draft, changePart } = editing;
	const { queue } = draft;
	const change = ( changes: Partial< typeof queue > ) =>
		changePart( 'queue', changes );
	const minutes = __( 'minutes', 'rappel' );
	return (
		<Section
			id="rappel-queue"
			title={ __( 'Queue', 'rappel' ) }
			description={ __(
				'Requests wait in the order in which they came, and keep their place through new attempts.',
				'rappel'
			) }
		>
			<ToggleControl
				__nextHasNoMarginBottom
				label={ __( 'Call those who wait', 'rappel' ) }
				help={
					queue.processing
						? __( 'As soon as it is their turn.', 'rappel' )
						: __(
								'Stopped: requests are taken and wait, and nobody is called.',
								'rappel'
							)
				}
				checked={ queue.processing }
				onChange={ ( processing ) => change( { processing } ) }
			/>
			<div className="rappel-figures">
				<DraftFigure
					editing={ editing }
					path="queue.callsPerAgent"
					label={ __(
						'Calls at the same time, each agent',
						'rappel'
					) }
					value={ queue.callsPerAgent }
					onChange={ ( callsPerAgent ) =>
						change( { callsPerAgent } )
					}
				/>
				<DraftFigure
					editing={ editing }
					path="queue.maximumWaiting"
					label={ __( 'Most people waiting', 'rappel' ) }
					help={ __( 'One more is refused. 0: no limit.', 'rappel' ) }
					value={ queue.maximumWaiting }
					onChange={ ( maximumWaiting ) =>
						change( { maximumWaiting } )
					}
				/>
				<DraftFigure
					editing={ editing }
					path="queue.maximumWaitMinutes"
					label={ __( 'Longest wait', 'rappel' ) }
					unit={ minutes }
					help={ __(
						'Once the first has waited so long, new ones are refused. 0: no limit.',
						'rappel'
					) }
					value={ queue.maximumWaitMinutes }
					onChange={ ( maximumWaitMinutes ) =>
						change( { maximumWaitMinutes } )
					}
				/>
				<DraftFigure
					editing={ editing }
					path="queue.minutesBeforeClosing"
					label={ __( 'No request before closing', 'rappel' ) }
					unit={ minutes }
					help={ __(
						'In the last minutes of the opening hours. 0: until the end.',
						'rappel'
					) }
					value={ queue.minutesBeforeClosing }
					onChange={ ( minutesBeforeClosing ) =>
						change( { minutesBeforeClosing } )
					}
				/>
				<DraftFigure
					editing={ editing }
					path="queue.expiresAfterMinutes"
					label={ __( 'Give up after', 'rappel' ) }
					unit={ minutes }
					help={ __(
						'A request that is not joined by then is over.',
						'rappel'
					) }
					value={ queue.expiresAfterMinutes }
					onChange={ ( expiresAfterMinutes ) =>
						change( { expiresAfterMinutes } )
					}
				/>
			</div>
		</Section>
	);
}
