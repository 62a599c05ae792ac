import { Notice } from '@wordpress/components';
import type { ReactNode } from 'react';

interface SavedNoticeProps {
	onRemove: () => void;
	children: ReactNode;
}

/** It was saved, at the head of an editor until something changes. */
export function SavedNotice( { onRemove, children }: SavedNoticeProps ) {
	return (
		<Notice
			className="rappel-notice"
			status="success"
			spokenMessage=""
			onRemove={ onRemove }
		>
			{ children }
		</Notice>
	);
}
