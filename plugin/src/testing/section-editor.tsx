import type { ReactNode } from 'react';
import type { Channel } from '@rappel/contract';
import { newDraft } from '../domain/new-draft';
import { useChannelDraft, type ChannelDraft } from '../hooks/use-channel-draft';

interface SectionEditorProps {
	channel: Channel;
	children: ( editing: ChannelDraft ) => ReactNode;
}

/** Some sections of the editor with its save button: a test of one section need not wait for the others. */
export function SectionEditor( { channel, children }: SectionEditorProps ) {
	const editing = useChannelDraft( channel, newDraft( 'en' ), () => {} );
	return (
		<form
			noValidate
			onSubmit={ ( event ) => {
				event.preventDefault();
				void editing.save();
			} }
		>
			{ children( editing ) }
			<button type="submit">Update</button>
		</form>
	);
}
