import { ToggleControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { ChoiceField, TextField } from '../../components/fields';
import { Section } from '../../components/section';
import type { Draft } from '../../domain/channel-draft';
import { typedNumber } from '../../domain/format';
import type { ChannelDraft } from '../../hooks/use-channel-draft';
import { Advanced } from './advanced';
import { FallbackSection } from './fallback-section';
import { GuardsSection } from './guards-section';
import { JoiningSection } from './joining-section';
import { PresenceSection } from './presence-section';
import { QueueSection } from './queue-section';
import { RecordingSection } from './recording-section';
import { RetriesSection } from './retries-section';
import { ReturnTimerSection } from './return-timer-section';
import { RingBackSection } from './ring-back-section';
import { RingingSection } from './ringing-section';

/** Who is called, how the two are joined, and what comes when it does not work out. */
export function CallsSection( editing: ChannelDraft ) {
	return (
		<>
			<WhoIsCalled { ...editing } />
			<JoiningSection { ...editing } />
			<Advanced errors={ editing.errors } holds={ advancedPaths }>
				<FallbackSection { ...editing } />
				<RetriesSection { ...editing } />
				<QueueSection { ...editing } />
				<RingingSection { ...editing } />
				<PresenceSection { ...editing } />
				<ReturnTimerSection { ...editing } />
				<RecordingSection { ...editing } />
				<RingBackSection { ...editing } />
				<GuardsSection { ...editing } />
			</Advanced>
		</>
	);
}

const advancedPaths = [
	'calls.confirmation',
	'calls.clientKeys',
	'calls.keySeconds',
	'calls.companyRingSeconds',
	'calls.clientRingSeconds',
	'calls.maximumTalkSeconds',
	'calls.wrapUpSeconds',
	'calls.ownerWaitMinutes',
	'fallback',
	'retries',
	'queue.processing',
	'queue.callsPerAgent',
	'queue.maximumWaiting',
	'queue.maximumWaitMinutes',
	'queue.minutesBeforeClosing',
	'queue.expiresAfterMinutes',
	'presence',
	'returnTimer',
	'recording',
	'ringBack',
	'guards.allowedCountries',
	'guards.requestsPerNumberPerDay',
	'guards.requestsPerAddressPerHour',
];

function WhoIsCalled( {
	draft: { calls, callTypes },
	errors,
	change: changeChannel,
	changePart,
}: ChannelDraft ) {
	const change = ( changes: Partial< typeof calls > ) =>
		changePart( 'calls', changes );
	const isTeam = calls.routing === 'team';
	return (
		<Section
			id="rappel-calls"
			title={ __( 'Calls', 'rappel' ) }
			description={ __(
				'What visitors may ask for, and who is called for them.',
				'rappel'
			) }
		>
			<ChoiceField
				path="callTypes"
				label={ __( 'What visitors may ask for', 'rappel' ) }
				help={ meaning( callTypes ) }
				error={ errors.callTypes }
				value={ callTypes }
				onChange={ ( chosen ) =>
					changeChannel( { callTypes: chosen } )
				}
				options={ [
					{
						value: 'both',
						label: __(
							'A call now, or at a chosen time',
							'rappel'
						),
					},
					{
						value: 'immediate',
						label: __( 'A call now only', 'rappel' ),
					},
					{
						value: 'deferred',
						label: __( 'A call at a chosen time only', 'rappel' ),
					},
				] }
			/>
			<ChoiceField
				path="calls.routing"
				label={ __( 'Who is called', 'rappel' ) }
				help={
					isTeam
						? __(
								'The agents of the team. With an empty team, the destination number.',
								'rappel'
							)
						: __( 'Always the same number.', 'rappel' )
				}
				error={ errors[ 'calls.routing' ] }
				value={ calls.routing }
				onChange={ ( routing ) => change( { routing } ) }
				options={ [
					{
						value: 'destination',
						label: __( 'One number', 'rappel' ),
					},
					{ value: 'team', label: __( 'A team', 'rappel' ) },
				] }
			/>
			<TextField
				path="calls.destinationNumber"
				label={ __( 'Destination number', 'rappel' ) }
				help={
					isTeam
						? __(
								'Called while the team is empty. As you would dial it, or with its country code.',
								'rappel'
							)
						: __(
								'The number at which your company is called. As you would dial it, or with its country code.',
								'rappel'
							)
				}
				error={ errors[ 'calls.destinationNumber' ] }
				value={ typedNumber( calls.destinationNumber ) }
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
				value={ typedNumber( calls.callerId ) }
				onChange={ ( callerId ) => change( { callerId } ) }
				maximum={ 40 }
				type="tel"
			/>
			<ToggleControl
				__nextHasNoMarginBottom
				label={ __( 'Check that somebody is available', 'rappel' ) }
				help={ availabilityHelp( isTeam, calls.checkAvailability ) }
				checked={ calls.checkAvailability }
				onChange={ ( checkAvailability ) =>
					change( { checkAvailability } )
				}
			/>
		</Section>
	);
}

function meaning( callTypes: Draft[ 'callTypes' ] ): string {
	switch ( callTypes ) {
		case 'both':
			return __(
				'The button for now is there while somebody can take the call; the one for later always is.',
				'rappel'
			);
		case 'immediate':
			return __( 'No time can be picked.', 'rappel' );
		case 'deferred':
			return __(
				'Nobody is called before the time they picked.',
				'rappel'
			);
	}
}

function availabilityHelp( isTeam: boolean, isChecked: boolean ): string {
	if ( isTeam ) {
		return isChecked
			? __( 'Only agents who are online are called.', 'rappel' )
			: __(
					'Agents are called in the order of the team, online or not.',
					'rappel'
				);
	}
	return isChecked
		? __(
				'Nobody is called while no member of the team is online. Without a team, anybody who takes callbacks counts.',
				'rappel'
			)
		: __(
				'The number is called during the opening hours, whoever is there.',
				'rappel'
			);
}
