import { ToggleControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { DraftFigure } from '../../components/draft-figure';
import { ChoiceField, TextField } from '../../components/fields';
import { Section } from '../../components/section';
import { doesApply } from '../../domain/applicability';
import { typedNumber } from '../../domain/format';
import type { ChannelDraft } from '../../hooks/use-channel-draft';
import { KeysFields } from './keys-fields';
import { MachineFields } from './machine-fields';

/** Who is called, in which order, and for how long it rings. */
export function CallsSection( editing: ChannelDraft ) {
	const { draft, errors, changePart } = editing;
	const { calls } = draft;
	const change = ( changes: Partial< typeof calls > ) =>
		changePart( 'calls', changes );
	const seconds = __( 'seconds', 'rappel' );
	const isTeam = calls.routing === 'team';
	return (
		<Section
			id="rappel-calls"
			title={ __( 'Calls', 'rappel' ) }
			description={
				calls.dialOrder === 'company_first'
					? __(
							'Your company is called first. While it waits on the line, the client is called, and both are joined.',
							'rappel'
						)
					: __(
							'The client is called first. While they wait on the line, your company is called, and both are joined.',
							'rappel'
						)
			}
		>
			<ChoiceField
				path="calls.routing"
				label={ __( 'Who is called', 'rappel' ) }
				help={
					isTeam
						? __(
								'The agents of the team, below. With an empty team, the destination number.',
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
			<ChoiceField
				path="calls.dialOrder"
				label={ __( 'Order of the two calls', 'rappel' ) }
				error={ errors[ 'calls.dialOrder' ] }
				value={ calls.dialOrder }
				onChange={ ( dialOrder ) => change( { dialOrder } ) }
				options={ [
					{
						value: 'company_first',
						label: __( 'Company first, then the client', 'rappel' ),
					},
					{
						value: 'client_first',
						label: __( 'Client first, then the company', 'rappel' ),
					},
				] }
			/>
			{ doesApply( 'calls.distribution', draft ) && (
				<ChoiceField
					path="calls.distribution"
					label={ __(
						'Among agents of the same priority',
						'rappel'
					) }
					error={ errors[ 'calls.distribution' ] }
					value={ calls.distribution }
					onChange={ ( distribution ) => change( { distribution } ) }
					options={ [
						{
							value: 'in_order',
							label: __( 'In the order of the team', 'rappel' ),
						},
						{
							value: 'round_robin',
							label: __( 'Each in turn', 'rappel' ),
						},
						{
							value: 'longest_idle',
							label: __(
								'Whoever has been without a call for longest',
								'rappel'
							),
						},
						{
							value: 'all_at_once',
							label: __(
								'All at once: the first to accept takes it',
								'rappel'
							),
						},
					] }
				/>
			) }
			<KeysFields { ...editing } />
			<MachineFields { ...editing } />
			<div className="rappel-figures">
				<DraftFigure
					editing={ editing }
					path="calls.companyRingSeconds"
					label={
						isTeam
							? __( 'Each agent’s phone rings for', 'rappel' )
							: __( 'Your phone rings for', 'rappel' )
					}
					unit={ seconds }
					value={ calls.companyRingSeconds }
					onChange={ ( companyRingSeconds ) =>
						change( { companyRingSeconds } )
					}
				/>
				<DraftFigure
					editing={ editing }
					path="calls.clientRingSeconds"
					label={ __( 'The client’s phone rings for', 'rappel' ) }
					unit={ seconds }
					value={ calls.clientRingSeconds }
					onChange={ ( clientRingSeconds ) =>
						change( { clientRingSeconds } )
					}
				/>
				<DraftFigure
					editing={ editing }
					path="calls.maximumTalkSeconds"
					label={ __( 'Longest conversation', 'rappel' ) }
					unit={ seconds }
					help={ __( 'Both are cut off after it.', 'rappel' ) }
					value={ calls.maximumTalkSeconds }
					onChange={ ( maximumTalkSeconds ) =>
						change( { maximumTalkSeconds } )
					}
				/>
				<DraftFigure
					editing={ editing }
					path="calls.wrapUpSeconds"
					label={ __( 'Pause after each call', 'rappel' ) }
					unit={ seconds }
					help={ __(
						'So long an agent is left alone, to write notes.',
						'rappel'
					) }
					value={ calls.wrapUpSeconds }
					onChange={ ( wrapUpSeconds ) =>
						change( { wrapUpSeconds } )
					}
				/>
				<DraftFigure
					editing={ editing }
					path="calls.ownerWaitMinutes"
					label={ __( 'Wait for the client’s own agent', 'rappel' ) }
					unit={ __( 'minutes', 'rappel' ) }
					help={ __(
						'Then anybody of the team takes it.',
						'rappel'
					) }
					value={ calls.ownerWaitMinutes }
					onChange={ ( ownerWaitMinutes ) =>
						change( { ownerWaitMinutes } )
					}
				/>
			</div>
		</Section>
	);
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
