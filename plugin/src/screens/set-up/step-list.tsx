import { __ } from '@wordpress/i18n';
import type { SetUpStep } from '@rappel/contract';
import {
	isReachable,
	setUpSteps,
	stateOf,
	stepStateWord,
	stepTitle,
	type SetUpFacts,
} from '../../domain/set-up-steps';

interface StepListProps {
	facts: SetUpFacts;
	/** Null: all of it is over. */
	current: SetUpStep | null;
	onOpen: ( step: SetUpStep ) => void;
}

/** The steps with what is done; each that can be looked at is a link. */
export function StepList( { facts, current, onOpen }: StepListProps ) {
	return (
		<nav
			className="rappel-steps"
			aria-label={ __( 'Steps of the set-up', 'rappel' ) }
		>
			<ol>
				{ setUpSteps.map( ( step ) => (
					<li
						key={ step }
						className={ `rappel-steps__step is-${ stateOf( step, facts ) }` }
					>
						{ isReachable( step, facts ) ? (
							<StepLink
								step={ step }
								isCurrent={ step === current }
								onOpen={ onOpen }
							/>
						) : (
							<span>{ stepTitle( step ) }</span>
						) }
						<small>
							{ stepStateWord( stateOf( step, facts ) ) }
						</small>
					</li>
				) ) }
			</ol>
		</nav>
	);
}

function StepLink( {
	step,
	isCurrent,
	onOpen,
}: {
	step: SetUpStep;
	isCurrent: boolean;
	onOpen: ( step: SetUpStep ) => void;
} ) {
	const address = new URL( window.location.href );
	address.searchParams.set( 'step', step );
	return (
		<a
			href={ address.href }
			aria-current={ isCurrent ? 'step' : undefined }
			onClick={ ( event ) => {
				// With a key held down it opens elsewhere, as every link does.
				if ( ! event.metaKey && ! event.ctrlKey && ! event.shiftKey ) {
					event.preventDefault();
					onOpen( step );
				}
			} }
		>
			{ stepTitle( step ) }
		</a>
	);
}
