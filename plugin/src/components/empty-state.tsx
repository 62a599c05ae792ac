import { Icon } from '@wordpress/components';
import type { ReactElement, ReactNode } from 'react';

interface EmptyStateProps {
	icon: ReactElement;
	title: string;
	children: ReactNode;
	/** Ways on. */
	actions?: ReactNode;
}

/** A place where nothing is yet: says what will be here and how to get there. */
export function EmptyState( {
	icon,
	title,
	children,
	actions,
}: EmptyStateProps ) {
	return (
		<div className="rappel-empty">
			<span className="rappel-empty__icon">
				<Icon icon={ icon } size={ 32 } />
			</span>
			<h2>{ title }</h2>
			{ children }
			{ actions && (
				<div className="rappel-empty__actions">{ actions }</div>
			) }
		</div>
	);
}
