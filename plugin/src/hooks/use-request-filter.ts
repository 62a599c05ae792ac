import type { RequestFilter } from '../api/requests';
import { isDate } from '../domain/calendar';
import { useScreenParameters } from './use-screen-parameters';

const names = [
	'search',
	'state',
	'only',
	'channel',
	'agent',
	'from',
	'to',
	'sort',
] as const;
export type FilterName = ( typeof names )[ number ];

export interface RequestFilterState {
	/** What is asked for; a day that is none is left out. */
	filter: RequestFilter;
	values: Record< FilterName, string >;
	/** The last day is before the first. */
	isBackwards: boolean;
	/** Something narrows the list; its order does not. */
	isFiltered: boolean;
	change: (
		changes: Partial< Record< FilterName, string > >,
		replace?: boolean
	) => void;
	clear: () => void;
}

/** What the list of requests shows, kept in the screen's address. */
export function useRequestFilter(): RequestFilterState {
	const { values, change } = useScreenParameters( names );
	const { search, state, only, channel, agent, sort } = values;
	const [ from, to ] = [ values.from, values.to ].map( ( day ) =>
		isDate( day ) ? day : ''
	) as [ string, string ];
	const isBackwards = !! from && !! to && to < from;
	const everything = { search, state, only, channel, agent, from, to };
	return {
		filter: {
			search,
			state: state as RequestFilter[ 'state' ],
			only: only as RequestFilter[ 'only' ],
			channelId: channel,
			agentUserId: agent,
			from,
			to: isBackwards ? '' : to,
			sort: sort === 'oldest' ? 'oldest' : 'newest',
		},
		values,
		isBackwards,
		isFiltered: Object.values( everything ).some( Boolean ),
		change,
		clear: () =>
			change(
				Object.fromEntries(
					Object.keys( everything ).map( ( name ) => [ name, '' ] )
				)
			),
	};
}
