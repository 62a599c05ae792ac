/* eslint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role -- Safari forgets what a table is once CSS lays it out as a grid. */
import { __, sprintf } from '@wordpress/i18n';
import type { RequestSummary } from '@rappel/contract';
import { StateLabel } from '../../components/state-label';
import {
	formatExactly,
	formatMoment,
	formatNumber,
	formatSeconds,
} from '../../domain/format';
import { labelOf } from '../../domain/request-words';
import { useFirstFocus } from '../../hooks/use-first-focus';
import { useReading } from '../../reading';
import { RowNote } from './row-note';

interface RequestsTableProps {
	requests: RequestSummary[];
	onOpen: ( id: string ) => void;
	/** The row to focus when the table appears; empty: none. */
	focusedId: string;
}

/**
 * A real table; on a narrow screen each row becomes a card. The roles are said once more, since browsers forget them when CSS
 * lays a table out as something else.
 */
export function RequestsTable( {
	requests,
	onOpen,
	focusedId,
}: RequestsTableProps ) {
	const body = useFirstFocus< HTMLTableSectionElement >(
		`[data-request="${ focusedId }"]`
	);
	return (
		<table className="rappel-table" role="table">
			<caption className="screen-reader-text">
				{ __(
					'Callback requests, overdue first, then newest first',
					'rappel'
				) }
			</caption>
			<thead role="rowgroup">
				<tr role="row">
					<th role="columnheader">{ __( 'State', 'rappel' ) }</th>
					<th role="columnheader">{ __( 'Number', 'rappel' ) }</th>
					<th role="columnheader">{ __( 'Name', 'rappel' ) }</th>
					<th role="columnheader">{ __( 'Channel', 'rappel' ) }</th>
					<th role="columnheader">{ __( 'Asked', 'rappel' ) }</th>
					<th role="columnheader" className="is-figure">
						{ __( 'Talked', 'rappel' ) }
					</th>
				</tr>
			</thead>
			<tbody role="rowgroup" ref={ body }>
				{ requests.map( ( request ) => (
					<Row
						key={ request.id }
						request={ request }
						onOpen={ onOpen }
					/>
				) ) }
			</tbody>
		</table>
	);
}

function Row( {
	request,
	onOpen,
}: {
	request: RequestSummary;
	onOpen: ( id: string ) => void;
} ) {
	const reading = useReading();
	const {
		id,
		number,
		name,
		channelName,
		agentName,
		requestedAt,
		talkSeconds,
		surveyScore,
	} = request;
	const { tone, word } = labelOf( request );
	return (
		<tr role="row" className={ `rappel-row is-${ tone }` }>
			<td role="cell" className="rappel-row__state">
				<StateLabel tone={ tone }>{ word }</StateLabel>
				<RowNote request={ request } />
			</td>
			<td role="cell" className="rappel-row__number">
				<button
					type="button"
					className="rappel-row__open"
					data-request={ id }
					onClick={ () => onOpen( id ) }
				>
					<bdi dir="ltr">{ formatNumber( number ) }</bdi>
				</button>
			</td>
			<td role="cell" className="rappel-row__name">
				{ name ?? <Nothing /> }
			</td>
			<td role="cell" className="rappel-row__channel">
				{ channelName }
				{ agentName && <small>{ agentName }</small> }
			</td>
			<td role="cell" className="rappel-row__asked">
				<time
					dateTime={ requestedAt }
					title={ formatExactly( requestedAt, reading ) }
				>
					{ formatMoment( requestedAt, new Date(), reading ) }
				</time>
			</td>
			<td
				role="cell"
				className="rappel-row__talked is-figure"
				data-label={ __( 'Talked', 'rappel' ) }
			>
				{ formatSeconds( talkSeconds ) || <Nothing /> }
				{ surveyScore && <Score score={ surveyScore } /> }
			</td>
		</tr>
	);
}

/** « 4/5 » for the eye, a sentence for the ear. */
const Score = ( { score }: { score: number } ) => (
	<small>
		<span aria-hidden="true">{ `${ score }/5` }</span>
		<span className="screen-reader-text">
			{ sprintf(
				/* translators: %s: a score from 1 to 5. */
				__( 'Survey: %s out of 5', 'rappel' ),
				String( score )
			) }
		</span>
	</small>
);

/** A dash for the eye; nothing for the ear. */
const Nothing = () => (
	<span className="rappel-nothing" aria-hidden="true">
		—
	</span>
);
