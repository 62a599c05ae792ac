/* eslint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role -- Safari forgets what a table is once CSS lays it out as a grid. */
import { CheckboxControl } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import type { RequestSummary } from '@rappel/contract';
import { StateLabel } from '../../components/state-label';
import {
	formatCost,
	formatExactly,
	formatMoment,
	formatNumber,
	formatSeconds,
} from '../../domain/format';
import { labelOf } from '../../domain/request-words';
import { useFirstFocus } from '../../hooks/use-first-focus';
import type { Selection } from '../../hooks/use-selection';
import { useReading } from '../../reading';
import { RowNote } from './row-note';

interface RequestsTableProps {
	requests: RequestSummary[];
	/** Null: nothing can be ticked. */
	selection: Selection | null;
	isOldestFirst: boolean;
	/** Of an agent; empty where it is not known. */
	nameOf: ( userId: number | null ) => string;
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
	selection,
	isOldestFirst,
	nameOf,
	onOpen,
	focusedId,
}: RequestsTableProps ) {
	const body = useFirstFocus< HTMLTableSectionElement >(
		`[data-request="${ focusedId }"]`
	);
	return (
		<table className="rappel-table" role="table">
			<caption className="screen-reader-text">
				{ isOldestFirst
					? __( 'Callback requests, oldest first', 'rappel' )
					: __(
							'Callback requests, overdue first, then newest first',
							'rappel'
						) }
			</caption>
			<thead role="rowgroup">
				<tr role="row">
					{ selection && (
						<th role="columnheader">
							<span className="screen-reader-text">
								{ __( 'Select', 'rappel' ) }
							</span>
						</th>
					) }
					<th role="columnheader">{ __( 'State', 'rappel' ) }</th>
					<th role="columnheader">{ __( 'Number', 'rappel' ) }</th>
					<th role="columnheader">{ __( 'Name', 'rappel' ) }</th>
					<th role="columnheader">{ __( 'Channel', 'rappel' ) }</th>
					<th
						role="columnheader"
						aria-sort={ isOldestFirst ? 'ascending' : 'descending' }
					>
						{ __( 'Asked', 'rappel' ) }
					</th>
					<th role="columnheader" className="is-figure">
						{ __( 'Talked', 'rappel' ) }
					</th>
					<th role="columnheader" className="is-figure">
						{ __( 'Cost', 'rappel' ) }
					</th>
				</tr>
			</thead>
			<tbody role="rowgroup" ref={ body }>
				{ requests.map( ( request ) => (
					<Row
						key={ request.id }
						request={ request }
						selection={ selection }
						owner={ nameOf( request.ownerUserId ) }
						onOpen={ onOpen }
					/>
				) ) }
			</tbody>
		</table>
	);
}

function Row( {
	request,
	selection,
	owner,
	onOpen,
}: {
	request: RequestSummary;
	selection: Selection | null;
	/** Whom it waits for, or was to wait for; empty: anybody. */
	owner: string;
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
		costMilli,
		currency,
	} = request;
	const { tone, word } = labelOf( request );
	return (
		<tr role="row" className={ `rappel-row is-${ tone }` }>
			{ selection && (
				<td role="cell" className="rappel-row__select">
					<CheckboxControl
						__nextHasNoMarginBottom
						aria-label={ sprintf(
							/* translators: %s: a name or a phone number. */
							__( 'Select %s', 'rappel' ),
							name || formatNumber( number )
						) }
						checked={ selection.has( id ) }
						onChange={ () => selection.toggle( id ) }
					/>
				</td>
			) }
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
				{ owner && owner !== agentName && (
					<small>
						{ sprintf(
							/* translators: %s: name of an agent. */
							__( 'For %s', 'rappel' ),
							owner
						) }
					</small>
				) }
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
			<td
				role="cell"
				className="rappel-row__cost is-figure"
				data-label={ __( 'Cost', 'rappel' ) }
			>
				{ costMilli !== null && currency ? (
					formatCost( costMilli, currency, reading.locale )
				) : (
					<Nothing />
				) }
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
