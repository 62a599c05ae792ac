import { Button } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { plus, trash } from '@wordpress/icons';
import type { Closure } from '@rappel/contract';
import { fieldId } from '../hooks/use-channel-draft';

interface ClosuresFieldsProps {
	/** On the wire: "openingHours.pauses". */
	path: string;
	/** What one is called: "Pause", "Leave". */
	name: string;
	/** "Add a pause" */
	addLabel: string;
	/** Said while there is none. */
	emptySentence: string;
	closures: Closure[];
	/** By `${ path }.${ place }`. */
	errors: Record< string, string >;
	/** As many as the contract takes. */
	maximum: number;
	/** The day that a new one begins on. */
	today: string;
	onChange: ( closures: Closure[] ) => void;
}

/** Times from–to in which it is closed, or somebody is not there. */
export function ClosuresFields( {
	path,
	name,
	addLabel,
	emptySentence,
	closures,
	errors,
	maximum,
	today,
	onChange,
}: ClosuresFieldsProps ) {
	const replace = ( place: number, changes: Partial< Closure > ) =>
		onChange(
			closures.map( ( closure, index ) =>
				index === place ? { ...closure, ...changes } : closure
			)
		);
	return (
		<div className="rappel-closures">
			{ closures.length === 0 && (
				<p className="rappel-help">{ emptySentence }</p>
			) }
			{ closures.map( ( closure, place ) => (
				<ClosureFields
					key={ place }
					id={ fieldId( `${ path }.${ place }` ) }
					label={ `${ name } ${ place + 1 }` }
					closure={ closure }
					error={ errors[ `${ path }.${ place }` ] }
					onChange={ ( changes ) => replace( place, changes ) }
					onRemove={ () =>
						onChange(
							closures.filter( ( _, index ) => index !== place )
						)
					}
				/>
			) ) }
			{ closures.length < maximum && (
				<Button
					__next40pxDefaultSize
					variant="secondary"
					icon={ plus }
					onClick={ () =>
						onChange( [
							...closures,
							{ from: `${ today }T00:00`, to: '', note: null },
						] )
					}
				>
					{ addLabel }
				</Button>
			) }
		</div>
	);
}

interface ClosureFieldsProps {
	id: string;
	label: string;
	closure: Closure;
	error: string | undefined;
	onChange: ( changes: Partial< Closure > ) => void;
	onRemove: () => void;
}

function ClosureFields( {
	id,
	label,
	closure: { from, to, note },
	error,
	onChange,
	onRemove,
}: ClosureFieldsProps ) {
	const moment = ( end: 'from' | 'to', value: string, word: string ) => (
		<label htmlFor={ `${ id }-${ end }` }>
			<span>{ word }</span>
			<input
				type="datetime-local"
				id={ `${ id }-${ end }` }
				value={ value }
				aria-invalid={ !! error }
				aria-describedby={ error ? `${ id }-error` : undefined }
				onChange={ ( event ) =>
					onChange( { [ end ]: event.target.value } )
				}
			/>
		</label>
	);
	return (
		<div
			className="rappel-closure"
			id={ id }
			role="group"
			aria-label={ label }
		>
			{ moment( 'from', from, __( 'From', 'rappel' ) ) }
			{ moment( 'to', to, __( 'Until', 'rappel' ) ) }
			<Button
				icon={ trash }
				label={ sprintf(
					/* translators: %s: what is removed: "Pause 1". */
					__( 'Remove: %s', 'rappel' ),
					label
				) }
				onClick={ onRemove }
			/>
			<label className="rappel-closure__note" htmlFor={ `${ id }-note` }>
				<span>{ __( 'Note (visitors do not see it)', 'rappel' ) }</span>
				<input
					type="text"
					id={ `${ id }-note` }
					maxLength={ 80 }
					value={ note ?? '' }
					onChange={ ( event ) =>
						onChange( { note: event.target.value || null } )
					}
				/>
			</label>
			{ error && (
				<p className="rappel-field-error" id={ `${ id }-error` }>
					{ error }
				</p>
			) }
		</div>
	);
}
