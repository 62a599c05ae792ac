import type { ReactNode } from 'react';
import { doesApply } from '../domain/applicability';
import { limits, stepOf, type FigurePath } from '../domain/limits';
import type { ChannelDraft } from '../hooks/use-channel-draft';
import { FigureField } from './fields';

interface DraftFigureProps {
	editing: ChannelDraft;
	path: FigurePath;
	label: string;
	help?: ReactNode;
	unit?: string;
	value: number;
	onChange: ( value: number ) => void;
}

/** A figure of a channel within the contract's limits; nothing where it does not apply. */
export function DraftFigure( { editing, path, ...field }: DraftFigureProps ) {
	return doesApply( path, editing.draft ) ? (
		<FigureField
			{ ...field }
			path={ path }
			error={ editing.errors[ path ] }
			range={ limits[ path ] }
			step={ stepOf( path ) }
		/>
	) : null;
}
