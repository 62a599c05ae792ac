import { useEffect, useRef } from '@wordpress/element';
import type { ReactNode } from 'react';

interface ScreenProps {
	title: string;
	/** One sentence under the title. */
	subtitle?: ReactNode;
	/** A way back, before the title. */
	back?: ReactNode;
	/** Buttons at the end of the title's line. */
	actions?: ReactNode;
	/** True on a screen that took another's place: its title gets the focus, so that nobody is left where a row was. */
	takesFocus?: boolean;
	children: ReactNode;
}

/** Frame of every screen: title, actions, content. */
export function Screen( {
	title,
	subtitle,
	back,
	actions,
	takesFocus = false,
	children,
}: ScreenProps ) {
	const heading = useRef< HTMLHeadingElement >( null );
	useEffect( () => {
		if ( takesFocus ) {
			heading.current?.focus();
		}
	}, [ takesFocus ] );
	return (
		<div className="rappel-screen">
			<div className="rappel-screen__header">
				<div>
					{ back }
					<h1 ref={ heading } tabIndex={ -1 }>
						{ title }
					</h1>
					{ subtitle && (
						<p className="rappel-screen__subtitle">{ subtitle }</p>
					) }
				</div>
				{ actions && (
					<div className="rappel-screen__actions">{ actions }</div>
				) }
			</div>
			{ children }
		</div>
	);
}
