import { Button } from '@wordpress/components';
import { useEffect, useId, useRef } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { SetUpStep } from '@rappel/contract';
import type { ReactNode } from 'react';
import { stepTitle } from '../../domain/set-up-steps';
import type { KnownSetUp } from '../../hooks/use-set-up';

export interface StepProps {
	facts: KnownSetUp;
	/** True once somebody moved between steps: its title gets the focus. */
	takesFocus: boolean;
	/** Reads the facts anew; the step stays. */
	onChanged: () => Promise< void >;
	/** Reads the facts anew and goes on to the next step. */
	onDone: () => Promise< void >;
	onSkip: () => void;
}

interface StepFrameProps {
	step: SetUpStep;
	takesFocus: boolean;
	/** What it is for, in a sentence or two. */
	description: ReactNode;
	/** What the button that goes on says. Absent: the step goes on by what is in it. */
	submitLabel?: string;
	isBusy?: boolean;
	onSubmit?: () => void;
	/** Absent where the rest makes no sense without it. */
	onSkip?: () => void;
	children: ReactNode;
}

/** One step: what it is for, its fields, and the two ways on. */
export function StepFrame( {
	step,
	takesFocus,
	description,
	submitLabel,
	isBusy = false,
	onSubmit,
	onSkip,
	children,
}: StepFrameProps ) {
	const heading = useRef< HTMLHeadingElement >( null );
	const id = useId();
	useEffect( () => {
		if ( takesFocus ) {
			heading.current?.focus();
		}
	}, [ takesFocus ] );
	return (
		<section className="rappel-step" aria-labelledby={ id }>
			<h2 id={ id } ref={ heading } tabIndex={ -1 }>
				{ stepTitle( step ) }
			</h2>
			<p className="rappel-step__about">{ description }</p>
			<form
				noValidate
				className="rappel-step__fields"
				onSubmit={ ( event ) => {
					event.preventDefault();
					onSubmit?.();
				} }
			>
				{ children }
				<div className="rappel-step__ways">
					{ submitLabel && (
						<Button
							__next40pxDefaultSize
							variant="primary"
							type="submit"
							isBusy={ isBusy }
							aria-disabled={ isBusy }
						>
							{ submitLabel }
						</Button>
					) }
					{ onSkip && (
						<Button
							__next40pxDefaultSize
							variant="tertiary"
							onClick={ onSkip }
						>
							{ __( 'Skip this step', 'rappel' ) }
						</Button>
					) }
				</div>
			</form>
		</section>
	);
}
