import { ToggleControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { DraftFigure } from '../../components/draft-figure';
import { ChoiceField } from '../../components/fields';
import { Section } from '../../components/section';
import { doesApply } from '../../domain/applicability';
import type { ChannelDraft } from '../../hooks/use-channel-draft';
import { MachineFields } from './machine-fields';

/** In which order the two are called, who of the team first, and how many at a time. */
export function JoiningSection( editing: ChannelDraft ) {
	const { draft, errors, changePart } = editing;
	const { calls } = draft;
	const change = ( changes: Partial< typeof calls > ) =>
		changePart( 'calls', changes );
	return (
		<Section
			id="rappel-joining"
			title={ __( 'How the two are joined', 'rappel' ) }
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
			<MachineFields { ...editing } />
			<SimultaneousFields { ...editing } />
		</Section>
	);
}

function SimultaneousFields( editing: ChannelDraft ) {
	const { draft, changePart } = editing;
	const { queue } = draft;
	return (
		<>
			<ToggleControl
				__nextHasNoMarginBottom
				label={ __( 'Several calls at the same time', 'rappel' ) }
				help={
					queue.simultaneousCalls
						? __( 'Up to the limit below.', 'rappel' )
						: __(
								'One call at a time: the next one waits until it is over.',
								'rappel'
							)
				}
				checked={ queue.simultaneousCalls }
				onChange={ ( simultaneousCalls ) =>
					changePart( 'queue', { simultaneousCalls } )
				}
			/>
			<DraftFigure
				editing={ editing }
				path="queue.limit"
				label={ __( 'Calls at the same time', 'rappel' ) }
				value={ queue.limit }
				onChange={ ( limit ) => changePart( 'queue', { limit } ) }
			/>
		</>
	);
}
