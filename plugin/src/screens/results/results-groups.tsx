import { Button, SelectControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { download } from '@wordpress/icons';
import type { Results, ResultsQuery } from '@rappel/contract';
import { csvOf } from '../../domain/csv';
import { hourWords } from '../../domain/hour-words';
import type { Period } from '../../domain/period';
import { measures } from '../../domain/result-measures';
import { useReading } from '../../reading';
import { saveFile } from '../../save-file';

type GroupBy = ResultsQuery[ 'groupBy' ];
type Group = Results[ 'groups' ][ number ];

interface ResultsGroupsProps {
	groups: Group[];
	groupBy: GroupBy;
	period: Period;
	onGroupBy: ( groupBy: GroupBy ) => void;
}

/** The same figures by channel, page, agent or hour, and as a file. */
export function ResultsGroups( {
	groups,
	groupBy,
	period,
	onGroupBy,
}: ResultsGroupsProps ) {
	const { locale } = useReading();
	const columns = measures();
	const rows = ordered( groups, groupBy ).map( ( group ) => ( {
		key: group.key,
		cells: [
			nameOf( group, groupBy, locale ),
			...columns.map( ( { value, format } ) => {
				const figure = value( group.figures );
				return figure === null
					? '—'
					: format( figure, group.figures, locale );
			} ),
		],
	} ) );
	const heads = [
		groupWord( groupBy ),
		...columns.map( ( { name } ) => name ),
	];
	const save = () =>
		saveFile(
			new Blob(
				[ csvOf( [ heads, ...rows.map( ( row ) => row.cells ) ] ) ],
				{
					type: 'text/csv',
				}
			),
			`rappel-${ groupBy }-${ period.from }-${ period.to }.csv`
		);
	return (
		<section
			className="rappel-card rappel-groups"
			aria-labelledby="rappel-groups-title"
		>
			<header className="rappel-card__header">
				<h2 id="rappel-groups-title">
					{ __( 'Side by side', 'rappel' ) }
				</h2>
				<div className="rappel-groups__tools">
					<SelectControl
						__next40pxDefaultSize
						__nextHasNoMarginBottom
						hideLabelFromVision
						label={ __( 'Compare', 'rappel' ) }
						value={ groupBy }
						onChange={ ( chosen ) =>
							onGroupBy( chosen as GroupBy )
						}
						options={ [
							{
								value: 'channel',
								label: __( 'By channel', 'rappel' ),
							},
							{ value: 'page', label: __( 'By page', 'rappel' ) },
							{
								value: 'agent',
								label: __( 'By agent', 'rappel' ),
							},
							{ value: 'hour', label: __( 'By hour', 'rappel' ) },
						] }
					/>
					<Button
						__next40pxDefaultSize
						variant="secondary"
						icon={ download }
						onClick={ save }
					>
						{ __( 'Download CSV', 'rappel' ) }
					</Button>
				</div>
			</header>
			<div
				className="rappel-scroll"
				role="group"
				aria-labelledby="rappel-groups-title"
				// It scrolls, so the keyboard must reach it.
				tabIndex={ 0 }
			>
				<table className="rappel-figures-table">
					<thead>
						<tr>
							{ heads.map( ( head ) => (
								<th key={ head } scope="col">
									{ head }
								</th>
							) ) }
						</tr>
					</thead>
					<tbody>
						{ rows.map(
							( { key, cells: [ name, ...figures ] } ) => (
								<tr key={ key }>
									<th scope="row">
										<bdi>{ name }</bdi>
									</th>
									{ figures.map( ( figure, place ) => (
										<td key={ columns[ place ]?.key }>
											{ figure }
										</td>
									) ) }
								</tr>
							)
						) }
					</tbody>
				</table>
			</div>
		</section>
	);
}

/** Hours by the clock; all else as the service orders it, the most requests first. */
const ordered = ( groups: Group[], groupBy: GroupBy ) =>
	groupBy === 'hour'
		? [ ...groups ].sort( ( a, b ) => Number( a.key ) - Number( b.key ) )
		: groups;

function nameOf( { key, name }: Group, groupBy: GroupBy, locale: string ) {
	if ( groupBy === 'hour' ) {
		return hourWords( Number( key ), locale, 'range' );
	}
	if ( key === '' ) {
		return groupBy === 'agent'
			? __( 'No agent', 'rappel' )
			: __( 'Not known', 'rappel' );
	}
	return name || key;
}

function groupWord( groupBy: GroupBy ): string {
	switch ( groupBy ) {
		case 'channel':
			return __( 'Channel', 'rappel' );
		case 'page':
			return __( 'Page', 'rappel' );
		case 'agent':
			return __( 'Agent', 'rappel' );
		case 'hour':
			return __( 'Hour', 'rappel' );
	}
}
