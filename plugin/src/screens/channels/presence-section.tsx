import { ToggleControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { DraftFigure } from '../../components/draft-figure';
import { Section } from '../../components/section';
import { doesApply } from '../../domain/applicability';
import type { ChannelDraft } from '../../hooks/use-channel-draft';

/** Minutes to begin with, once somebody switches it on. */
const firstAwayAfterMinutes = 10;

/** How an agent's status stays true by itself; nothing while nobody's status matters. */
export function PresenceSection( editing: ChannelDraft ) {
	const { draft, changePart } = editing;
	const { presence } = draft;
	const change = ( changes: Partial< typeof presence > ) =>
		changePart( 'presence', changes );
	const { awayAfterMinutes } = presence;
	return doesApply( 'presence', draft ) ? (
		<Section
			id="rappel-presence-settings"
			title={ __( 'Status of the team', 'rappel' ) }
			description={ __(
				'Everybody sets their own status, and is offline again at the end of each opening period. Nobody is ever made online.',
				'rappel'
			) }
		>
			<ToggleControl
				__nextHasNoMarginBottom
				label={ __( 'Away after a missed call', 'rappel' ) }
				help={ __(
					'Whoever lets it ring is away until they say otherwise, and is told so. A busy line is not a missed call.',
					'rappel'
				) }
				checked={ presence.awayAfterMissedCall }
				onChange={ ( awayAfterMissedCall ) =>
					change( { awayAfterMissedCall } )
				}
			/>
			<ToggleControl
				__nextHasNoMarginBottom
				label={ __( 'Away when no page is open', 'rappel' ) }
				help={ __(
					'For those who work in WordPress. Whoever set their status by phone or on their personal page is left alone.',
					'rappel'
				) }
				checked={ awayAfterMinutes !== null }
				onChange={ ( isOn ) =>
					change( {
						awayAfterMinutes: isOn ? firstAwayAfterMinutes : null,
					} )
				}
			/>
			{ awayAfterMinutes !== null && (
				<DraftFigure
					editing={ editing }
					path="presence.awayAfterMinutes"
					label={ __( 'Away after', 'rappel' ) }
					unit={ __( 'minutes', 'rappel' ) }
					value={ awayAfterMinutes }
					onChange={ ( minutes ) =>
						change( { awayAfterMinutes: minutes } )
					}
				/>
			) }
		</Section>
	) : null;
}
