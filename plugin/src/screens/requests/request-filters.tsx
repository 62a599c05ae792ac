import { SelectControl, TextControl } from '@wordpress/components';
import { useCallback } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { Agent } from '@rappel/contract';
import { listChannels } from '../../api/channels';
import { Fold } from '../../components/fold';
import { SearchField } from '../../components/search-field';
import { requestStates, stateWord } from '../../domain/request-words';
import { useLoaded } from '../../hooks/use-loaded';
import type {
	FilterName,
	RequestFilterState,
} from '../../hooks/use-request-filter';

interface RequestFiltersProps {
	filter: RequestFilterState;
	/** Whose requests can be looked for; null: not known yet, or nobody's in particular. */
	agents: Agent[] | null;
}

/** Search and filters; those that few people need are behind a button. */
export function RequestFilters( { filter, agents }: RequestFiltersProps ) {
	const { values, change, isBackwards } = filter;
	const { channel, agent, from, to, sort } = values;
	return (
		<div
			className="rappel-filters"
			role="search"
			aria-label={ __( 'Filter the requests', 'rappel' ) }
		>
			<div className="rappel-filters__row">
				<SearchField
					label={ __( 'Search', 'rappel' ) }
					help={ __( 'Number, name or page', 'rappel' ) }
					maximum={ 80 }
					value={ values.search }
					onSearch={ ( search ) => change( { search }, true ) }
				/>
				<FilterSelect
					filter={ filter }
					name="only"
					label={ __( 'Show', 'rappel' ) }
					all={ __( 'All requests', 'rappel' ) }
					options={ only() }
				/>
				<FilterSelect
					filter={ filter }
					name="state"
					label={ __( 'State', 'rappel' ) }
					all={ __( 'All states', 'rappel' ) }
					options={ requestStates.map( ( value ) => ( {
						label: stateWord( value ),
						value,
					} ) ) }
				/>
			</div>
			<Fold
				title={ __( 'More filters', 'rappel' ) }
				startsOpen={ !! ( channel || agent || from || to || sort ) }
			>
				<div className="rappel-filters__row">
					<ChannelSelect filter={ filter } />
					{ ( agents?.length || agent ) && (
						<FilterSelect
							filter={ filter }
							name="agent"
							label={ __( 'Agent', 'rappel' ) }
							all={ __( 'All agents', 'rappel' ) }
							options={ ( agents ?? [] ).map(
								( { userId, name } ) => ( {
									label: name,
									value: String( userId ),
								} )
							) }
						/>
					) }
					<TextControl
						__next40pxDefaultSize
						__nextHasNoMarginBottom
						type="date"
						label={ __( 'From', 'rappel' ) }
						value={ from }
						max={ to }
						onChange={ ( day ) => change( { from: day } ) }
					/>
					<TextControl
						__next40pxDefaultSize
						__nextHasNoMarginBottom
						type="date"
						label={ __( 'To', 'rappel' ) }
						value={ to }
						min={ from }
						aria-invalid={ isBackwards }
						help={
							isBackwards && (
								<span className="rappel-field-error">
									{ __(
										'The last day comes before the first one.',
										'rappel'
									) }
								</span>
							)
						}
						onChange={ ( day ) => change( { to: day } ) }
					/>
					<FilterSelect
						filter={ filter }
						name="sort"
						label={ __( 'Order', 'rappel' ) }
						all={ __( 'Newest first', 'rappel' ) }
						options={ [
							{
								label: __( 'Oldest first', 'rappel' ),
								value: 'oldest',
							},
						] }
					/>
				</div>
			</Fold>
		</div>
	);
}

const only = () => [
	{ label: __( 'Missed and not handled', 'rappel' ), value: 'missed' },
	{ label: __( 'Booked', 'rappel' ), value: 'booked' },
	{ label: __( 'Booked, nobody there', 'rappel' ), value: 'uncovered' },
	{ label: __( 'Handled', 'rappel' ), value: 'handled' },
];

interface FilterSelectProps {
	filter: RequestFilterState;
	name: FilterName;
	label: string;
	/** When nothing in particular is chosen. */
	all: string;
	options: { label: string; value: string }[];
}

function FilterSelect( {
	filter: { values, change },
	name,
	label,
	all,
	options,
}: FilterSelectProps ) {
	return (
		<SelectControl
			__next40pxDefaultSize
			__nextHasNoMarginBottom
			label={ label }
			value={ values[ name ] }
			onChange={ ( value ) => change( { [ name ]: value } ) }
			options={ [ { label: all, value: '' }, ...options ] }
		/>
	);
}

/** Nothing where there is one channel only. */
function ChannelSelect( { filter }: { filter: RequestFilterState } ) {
	const { value: channels } = useLoaded(
		useCallback( () => listChannels(), [] )
	);
	return ( channels && channels.length > 1 ) || filter.values.channel ? (
		<FilterSelect
			filter={ filter }
			name="channel"
			label={ __( 'Channel', 'rappel' ) }
			all={ __( 'All channels', 'rappel' ) }
			options={ ( channels ?? [] ).map( ( { id, settings } ) => ( {
				label: settings.name,
				value: id,
			} ) ) }
		/>
	) : null;
}
