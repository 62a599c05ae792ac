import { RadioControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { FigureField, LongTextField, TextField } from '../../components/fields';
import { Section } from '../../components/section';
import { limits } from '../../domain/channel-draft';
import { defaultTexts } from '../../domain/default-texts';
import { formatNumber } from '../../domain/format';
import type { ChannelDraft } from '../../hooks/use-channel-draft';
import { HoldMusicField } from './hold-music-field';

export function CallsSection( { draft, errors, changePart }: ChannelDraft ) {
	const { calls, language } = draft;
	const change = ( changes: Partial< typeof calls > ) =>
		changePart( 'calls', changes );
	return (
		<Section
			id="rappel-calls"
			title={ __( 'Calls', 'rappel' ) }
			description={ __(
				'Your company is called first. While it waits on the line, the client is called, and both are joined.',
				'rappel'
			) }
		>
			<TextField
				path="calls.destinationNumber"
				label={ __( 'Destination number', 'rappel' ) }
				help={ __(
					'The number at which your company is called. As you would dial it, or with its country code.',
					'rappel'
				) }
				error={ errors[ 'calls.destinationNumber' ] }
				value={ readable( calls.destinationNumber ) }
				onChange={ ( destinationNumber ) =>
					change( { destinationNumber } )
				}
				maximum={ 40 }
				type="tel"
			/>
			<TextField
				path="calls.callerId"
				label={ __( 'Number shown on both phones', 'rappel' ) }
				help={ __(
					'A number of your telephony account. Nobody sees the other’s own number. Left empty, the site’s number is shown.',
					'rappel'
				) }
				error={ errors[ 'calls.callerId' ] }
				value={ readable( calls.callerId ) }
				onChange={ ( callerId ) => change( { callerId } ) }
				maximum={ 40 }
				type="tel"
			/>
			<RadioControl
				label={ __( 'Voice', 'rappel' ) }
				help={ __( 'For every message that is spoken.', 'rappel' ) }
				selected={ calls.voice }
				onChange={ ( voice ) =>
					change( { voice: voice === 'man' ? 'man' : 'woman' } )
				}
				options={ [
					{ label: __( 'Woman', 'rappel' ), value: 'woman' },
					{ label: __( 'Man', 'rappel' ), value: 'man' },
				] }
			/>
			<LongTextField
				path="calls.waitingMessage"
				label={ __( 'Waiting message', 'rappel' ) }
				help={ __(
					'Spoken to whoever answers first, while the other is called.',
					'rappel'
				) }
				error={ errors[ 'calls.waitingMessage' ] }
				value={ calls.waitingMessage }
				onChange={ ( waitingMessage ) => change( { waitingMessage } ) }
				maximum={ 400 }
				placeholder={ defaultTexts[ language ].waitingMessage }
			/>
			<HoldMusicField
				value={ calls.holdMusicUrl }
				error={ errors[ 'calls.holdMusicUrl' ] }
				onChange={ ( holdMusicUrl ) => change( { holdMusicUrl } ) }
			/>
			<div className="rappel-figures">
				<FigureField
					path="calls.companyRingSeconds"
					label={ __( 'Your phone rings for', 'rappel' ) }
					unit={ __( 'seconds', 'rappel' ) }
					error={ errors[ 'calls.companyRingSeconds' ] }
					value={ calls.companyRingSeconds }
					onChange={ ( companyRingSeconds ) =>
						change( { companyRingSeconds } )
					}
					range={ limits[ 'calls.companyRingSeconds' ] }
				/>
				<FigureField
					path="calls.clientRingSeconds"
					label={ __( 'The client’s phone rings for', 'rappel' ) }
					unit={ __( 'seconds', 'rappel' ) }
					error={ errors[ 'calls.clientRingSeconds' ] }
					value={ calls.clientRingSeconds }
					onChange={ ( clientRingSeconds ) =>
						change( { clientRingSeconds } )
					}
					range={ limits[ 'calls.clientRingSeconds' ] }
				/>
				<FigureField
					path="calls.maximumTalkSeconds"
					label={ __( 'Longest conversation', 'rappel' ) }
					unit={ __( 'seconds', 'rappel' ) }
					help={ __( 'Both are cut off after it.', 'rappel' ) }
					error={ errors[ 'calls.maximumTalkSeconds' ] }
					value={ calls.maximumTalkSeconds }
					onChange={ ( maximumTalkSeconds ) =>
						change( { maximumTalkSeconds } )
					}
					range={ limits[ 'calls.maximumTalkSeconds' ] }
				/>
			</div>
		</Section>
	);
}

/** What is saved is shown grouped; what is being typed is left alone. */
const readable = ( number: string | null ) =>
	number && /^\+\d{7,15}$/.test( number ) ? formatNumber( number ) : number;
