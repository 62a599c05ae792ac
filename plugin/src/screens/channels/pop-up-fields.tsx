import {
	BaseControl,
	CheckboxControl,
	ToggleControl,
} from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { DraftFigure } from '../../components/draft-figure';
import { ChoiceField } from '../../components/fields';
import {
	isParameter,
	parameterOf,
	parameterWords,
} from '../../domain/address-parameters';
import type { ChannelDraft } from '../../hooks/use-channel-draft';
import { TokensField } from './tokens-field';

/** What to begin with, once somebody switches it on. */
const firstScrollPercent = 50;
const firstAfterSeconds = 20;

/** At which moment, on which pages and before whom the form opens by itself. */
export function PopUpFields( editing: ChannelDraft ) {
	return (
		<>
			<MomentFields { ...editing } />
			<PageFields { ...editing } />
		</>
	);
}

function useChange( { draft, changePart }: ChannelDraft ) {
	const { popUp } = draft.siteWide;
	return ( changes: Partial< typeof popUp > ) =>
		changePart( 'siteWide', { popUp: { ...popUp, ...changes } } );
}

function MomentFields( editing: ChannelDraft ) {
	const { popUp } = editing.draft.siteWide;
	const change = useChange( editing );
	const { scrollPercent, afterSeconds } = popUp;
	return (
		<fieldset className="rappel-choices">
			<BaseControl.VisualLabel as="legend">
				{ __( 'When: whichever comes first', 'rappel' ) }
			</BaseControl.VisualLabel>
			<CheckboxControl
				__nextHasNoMarginBottom
				label={ __( 'After some time on the page', 'rappel' ) }
				checked={ afterSeconds !== null }
				onChange={ ( isOn ) =>
					change( { afterSeconds: isOn ? firstAfterSeconds : null } )
				}
			/>
			{ afterSeconds !== null && (
				<DraftFigure
					editing={ editing }
					path="siteWide.popUp.afterSeconds"
					label={ __( 'Time on the page', 'rappel' ) }
					unit={ __( 'seconds', 'rappel' ) }
					value={ afterSeconds }
					onChange={ ( seconds ) =>
						change( { afterSeconds: seconds } )
					}
				/>
			) }
			<CheckboxControl
				__nextHasNoMarginBottom
				label={ __( 'When they have scrolled', 'rappel' ) }
				checked={ scrollPercent !== null }
				onChange={ ( isOn ) =>
					change( {
						scrollPercent: isOn ? firstScrollPercent : null,
					} )
				}
			/>
			{ scrollPercent !== null && (
				<DraftFigure
					editing={ editing }
					path="siteWide.popUp.scrollPercent"
					label={ __( 'So far down the page', 'rappel' ) }
					unit="%"
					value={ scrollPercent }
					onChange={ ( percent ) =>
						change( { scrollPercent: percent } )
					}
				/>
			) }
			<CheckboxControl
				__nextHasNoMarginBottom
				label={ __(
					'When the mouse leaves for another tab',
					'rappel'
				) }
				help={ __( 'Never on a touch screen.', 'rappel' ) }
				checked={ popUp.exitIntent }
				onChange={ ( exitIntent ) => change( { exitIntent } ) }
			/>
		</fieldset>
	);
}

function PageFields( editing: ChannelDraft ) {
	const { errors, draft } = editing;
	const { popUp } = draft.siteWide;
	const change = useChange( editing );
	const isPath = ( text: string ) =>
		/^\/\S*$/.test( text.trim() ) && text.length <= 300;
	return (
		<>
			<TokensField
				path="siteWide.popUp.pages"
				label={ __( 'Only on these pages', 'rappel' ) }
				help={ __(
					'Paths such as /prices/ or /shop/*; press Enter after each. None: on every page.',
					'rappel'
				) }
				error={ errors[ 'siteWide.popUp.pages' ] }
				value={ popUp.pages }
				onChange={ ( pages ) => change( { pages } ) }
				isGood={ isPath }
				maximum={ 50 }
			/>
			<TokensField
				path="siteWide.popUp.exceptPages"
				label={ __( 'Never on these pages', 'rappel' ) }
				help={ __( 'For instance /checkout/*.', 'rappel' ) }
				error={ errors[ 'siteWide.popUp.exceptPages' ] }
				value={ popUp.exceptPages }
				onChange={ ( exceptPages ) => change( { exceptPages } ) }
				isGood={ isPath }
				maximum={ 50 }
			/>
			<TokensField
				path="siteWide.popUp.parameters"
				label={ __(
					'Only for visitors of an advertisement',
					'rappel'
				) }
				help={ __(
					'By a parameter of the address, such as utm_campaign=spring, or utm_campaign for any value. One of them is enough. None: for everybody.',
					'rappel'
				) }
				error={ errors[ 'siteWide.popUp.parameters' ] }
				value={ popUp.parameters.map( parameterWords ) }
				onChange={ ( written ) =>
					change( { parameters: written.map( parameterOf ) } )
				}
				isGood={ isParameter }
				maximum={ 20 }
			/>
			<ChoiceField
				path="siteWide.popUp.devices"
				label={ __( 'On', 'rappel' ) }
				error={ errors[ 'siteWide.popUp.devices' ] }
				value={ popUp.devices }
				onChange={ ( devices ) => change( { devices } ) }
				options={ [
					{ value: 'all', label: __( 'Every device', 'rappel' ) },
					{ value: 'phones', label: __( 'Phones only', 'rappel' ) },
					{
						value: 'computers',
						label: __( 'Computers only', 'rappel' ),
					},
				] }
			/>
			<ToggleControl
				__nextHasNoMarginBottom
				label={ __( 'Once in each visit', 'rappel' ) }
				help={ __(
					'Whoever has closed it is left alone until they close the browser’s tab.',
					'rappel'
				) }
				checked={ popUp.oncePerSession }
				onChange={ ( oncePerSession ) => change( { oncePerSession } ) }
			/>
		</>
	);
}
