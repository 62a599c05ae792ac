import { useState } from '@wordpress/element';
import type { ReactNode } from 'react';
import type { Channel } from '@rappel/contract';
import type { SectionId } from '../domain/channel-sections';
import { newDraft } from '../domain/new-draft';
import { useChannelDraft, type ChannelDraft } from '../hooks/use-channel-draft';
import { EditorPlaceProvider } from '../screens/channels/editor-place';

interface SectionEditorProps {
	channel: Channel;
	children: ( editing: ChannelDraft ) => ReactNode;
}

/** Some sections of the editor with its save button: a test of one section need not wait for the others. */
export function SectionEditor( { channel, children }: SectionEditorProps ) {
	const editing = useChannelDraft( channel, newDraft( 'en' ), () => {} );
	const [ section, setSection ] = useState< SectionId >( 'form' );
	return (
		<EditorPlaceProvider
			section={ section }
			onSection={ setSection }
			firstLanguage="en"
		>
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
		</EditorPlaceProvider>
	);
}
