import { ToggleControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { ChoiceField } from '../../components/fields';
import { Section } from '../../components/section';
import type { ChannelDraft } from '../../hooks/use-channel-draft';
import { PopUpFields } from './pop-up-fields';

/** The form on every page of the site, without a block. */
export function SiteWideSection( editing: ChannelDraft ) {
	const {
		draft: {
			siteWide: { floatingButton, popUp },
		},
		errors,
		changePart,
	} = editing;
	return (
		<Section
			id="rappel-site-wide"
			title={ __( 'On every page of the site', 'rappel' ) }
			description={ __(
				'Without a block on the page. Where the form of this channel stands already, nothing is added.',
				'rappel'
			) }
		>
			<ToggleControl
				__nextHasNoMarginBottom
				label={ __( 'Floating button', 'rappel' ) }
				help={ __(
					'In a corner of each page; it opens the form.',
					'rappel'
				) }
				checked={ floatingButton.enabled }
				onChange={ ( enabled ) =>
					changePart( 'siteWide', {
						floatingButton: { ...floatingButton, enabled },
					} )
				}
			/>
			{ floatingButton.enabled && (
				<ChoiceField
					path="siteWide.floatingButton.side"
					label={ __( 'Corner', 'rappel' ) }
					help={ __(
						'The two change places on pages that are written from right to left.',
						'rappel'
					) }
					error={ errors[ 'siteWide.floatingButton.side' ] }
					value={ floatingButton.side }
					onChange={ ( side ) =>
						changePart( 'siteWide', {
							floatingButton: { ...floatingButton, side },
						} )
					}
					options={ [
						{ value: 'end', label: __( 'Right', 'rappel' ) },
						{ value: 'start', label: __( 'Left', 'rappel' ) },
					] }
				/>
			) }
			<ToggleControl
				__nextHasNoMarginBottom
				label={ __( 'The form opens by itself', 'rappel' ) }
				help={ __(
					'By the rules below, decided in the visitor’s browser: no cookie, and nothing is sent before they act.',
					'rappel'
				) }
				checked={ popUp.enabled }
				onChange={ ( enabled ) =>
					changePart( 'siteWide', { popUp: { ...popUp, enabled } } )
				}
			/>
			{ popUp.enabled && <PopUpFields { ...editing } /> }
		</Section>
	);
}
