import type { ReactNode } from 'react';
import type { Draft } from '../../domain/channel-draft';
import { spokenExample } from '../../domain/preview-example';
import { filled } from '../../domain/widget-preview';
import { useEditorPlace } from './editor-place';
import { ListenToVoice } from './listen-to-voice';

interface SpokenProps {
	draft: Draft;
	label: string;
	/** As it would be spoken, with its places; undefined while it is not known. */
	text: string | undefined;
	/** The field in which it is written. */
	children: ReactNode;
}

/** A field of a spoken sentence, with a button to hear it. */
export function Spoken( { draft, label, text, children }: SpokenProps ) {
	const { language } = useEditorPlace();
	return (
		<div className="rappel-spoken__text">
			{ children }
			{ text && (
				<ListenToVoice
					text={ filled(
						text,
						spokenExample( draft.name, language )
					) }
					language={ language }
					voice={ draft.calls.voice }
					label={ label }
				/>
			) }
		</div>
	);
}
