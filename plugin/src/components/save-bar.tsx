import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';

interface SaveBarProps {
	/** What the button that submits the form says: "Update". */
	label: string;
	isDirty: boolean;
	isSaving: boolean;
	/** Saves and goes to the next section; absent where there is none. */
	onContinue?: () => void;
	/** What that button says; "Save and continue" unless it does more. */
	continueLabel?: string;
	/** Absent while there is nothing to go back to. */
	onDiscard?: () => void;
}

/** At the foot of a form, always in sight: saves it, or drops what was typed. */
export function SaveBar( {
	label,
	isDirty,
	isSaving,
	onContinue,
	continueLabel = __( 'Save and continue', 'rappel' ),
	onDiscard,
}: SaveBarProps ) {
	return (
		<div className="rappel-savebar">
			<Button
				__next40pxDefaultSize
				variant="primary"
				type="submit"
				isBusy={ isSaving }
				aria-disabled={ isSaving }
			>
				{ label }
			</Button>
			{ onContinue && (
				<Button
					__next40pxDefaultSize
					variant="secondary"
					aria-disabled={ isSaving }
					onClick={ () => ! isSaving && onContinue() }
				>
					{ continueLabel }
				</Button>
			) }
			{ isDirty && onDiscard && (
				<Button
					__next40pxDefaultSize
					variant="tertiary"
					onClick={ onDiscard }
				>
					{ __( 'Discard changes', 'rappel' ) }
				</Button>
			) }
			<span className="rappel-savebar__state">
				{ isDirty ? __( 'Not saved yet', 'rappel' ) : '' }
			</span>
		</div>
	);
}
