import { Button } from '@wordpress/components';
import { useId, useLayoutEffect, useState } from '@wordpress/element';
import { chevronDown, chevronUp } from '@wordpress/icons';
import type { ReactNode } from 'react';

/** Fields that few people need, behind a button that says what they are about. */
export function Fold( {
	title,
	startsOpen = false,
	mustOpen = false,
	children,
}: {
	title: string;
	startsOpen?: boolean;
	/** Opens it when it becomes true: something in it is to be seen. */
	mustOpen?: boolean;
	children: ReactNode;
} ) {
	const [ isOpen, setOpen ] = useState( startsOpen );
	// Before the browser paints, so that what is in it can take the focus.
	useLayoutEffect( () => {
		if ( mustOpen ) {
			setOpen( true );
		}
	}, [ mustOpen ] );
	const id = useId();
	return (
		<div className="rappel-fold">
			<Button
				__next40pxDefaultSize
				className="rappel-fold__button"
				icon={ isOpen ? chevronUp : chevronDown }
				iconPosition="right"
				aria-expanded={ isOpen }
				aria-controls={ id }
				onClick={ () => setOpen( ! isOpen ) }
			>
				{ title }
			</Button>
			<div id={ id } className="rappel-fold__fields" hidden={ ! isOpen }>
				{ isOpen && children }
			</div>
		</div>
	);
}
