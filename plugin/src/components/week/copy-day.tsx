import { speak } from '@wordpress/a11y';
import { Button, CheckboxControl, Dropdown } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { copy } from '@wordpress/icons';
import { dayName, days } from '../../domain/opening-hours';
import { useReading } from '../../reading';

interface CopyDayProps {
	day: number;
	onCopy: ( days: number[] ) => void;
}

/** Gives other days the hours of this one. */
export function CopyDay( { day, onCopy }: CopyDayProps ) {
	const { locale } = useReading();
	const label = sprintf(
		/* translators: %s: a day of the week. */
		__( 'Copy the hours of %s to other days', 'rappel' ),
		dayName( day, locale )
	);
	return (
		<Dropdown
			popoverProps={ { placement: 'bottom-end' } }
			renderToggle={ ( { isOpen, onToggle } ) => (
				<Button
					icon={ copy }
					size="compact"
					label={ label }
					aria-expanded={ isOpen }
					onClick={ onToggle }
				/>
			) }
			renderContent={ ( { onClose } ) => (
				<Days
					day={ day }
					label={ label }
					onCopy={ ( chosen ) => {
						onCopy( chosen );
						speak( __( 'Hours copied.', 'rappel' ) );
						onClose();
					} }
				/>
			) }
		/>
	);
}

function Days( { day, label, onCopy }: CopyDayProps & { label: string } ) {
	const { locale } = useReading();
	const [ chosen, setChosen ] = useState< number[] >(
		days.filter( ( other ) => other !== day && other <= 5 )
	);
	return (
		<fieldset className="rappel-copy">
			<legend>{ label }</legend>
			{ days
				.filter( ( other ) => other !== day )
				.map( ( other ) => (
					<CheckboxControl
						__nextHasNoMarginBottom
						key={ other }
						label={ dayName( other, locale ) }
						checked={ chosen.includes( other ) }
						onChange={ ( isChosen ) =>
							setChosen(
								isChosen
									? [ ...chosen, other ]
									: chosen.filter( ( one ) => one !== other )
							)
						}
					/>
				) ) }
			<Button
				__next40pxDefaultSize
				variant="primary"
				disabled={ chosen.length === 0 }
				onClick={ () => onCopy( chosen ) }
			>
				{ __( 'Copy', 'rappel' ) }
			</Button>
		</fieldset>
	);
}
