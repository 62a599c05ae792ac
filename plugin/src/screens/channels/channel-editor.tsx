import { useEffect, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { Channel } from '@rappel/contract';
import { BackButton } from '../../components/back-button';
import { ChannelState } from '../../components/channel-state';
import { SaveBar } from '../../components/save-bar';
import { SavedNotice } from '../../components/saved-notice';
import { Screen } from '../../components/screen';
import {
	nextSection,
	sectionOf,
	type SectionId,
} from '../../domain/channel-sections';
import { languageAt, languageOf } from '../../domain/languages';
import { newDraft } from '../../domain/new-draft';
import { focusField, useChannelDraft } from '../../hooks/use-channel-draft';
import { useUnsavedGuard } from '../../hooks/use-unsaved-guard';
import { useVisitedSections } from '../../hooks/use-visited-sections';
import { initialData } from '../../initial-data';
import { useReading } from '../../reading';
import { ChannelNotices } from './channel-notices';
import { EditorPlaceProvider, useEditorPlace } from './editor-place';
import { EstimateNote } from './estimate-note';
import { ProgressList } from './progress-list';
import { SectionFields } from './section-fields';
import { WidgetPreview } from './widget-preview';

interface ChannelEditorProps {
	/** Null: a new one. */
	channel: Channel | null;
	/** It was created a moment ago, by the editor that this one takes the place of. */
	isJustSaved?: boolean;
	/** The one on the screen. */
	section: SectionId;
	onSection: ( section: SectionId ) => void;
	onClose: () => void;
	onSaved: ( channel: Channel ) => void;
}

/** One channel with all its settings, a section at a time; nothing typed is lost by an error or on the way to another section. */
export function ChannelEditor( {
	section,
	onSection,
	...editor
}: ChannelEditorProps ) {
	return (
		<EditorPlaceProvider
			section={ section }
			onSection={ onSection }
			firstLanguage={
				initialData()?.siteLanguages?.[ 0 ] ??
				editor.channel?.settings.language ??
				'en'
			}
		>
			<Editor { ...editor } />
		</EditorPlaceProvider>
	);
}

function Editor( {
	channel,
	isJustSaved = false,
	onClose,
	onSaved,
}: Omit< ChannelEditorProps, 'section' | 'onSection' > ) {
	const { locale } = useReading();
	const { section, goTo } = useEditorPlace();
	const editing = useChannelDraft(
		channel,
		newDraft( languageOf( locale ) ),
		onSaved,
		useBringing()
	);
	const { draft, errors, isDirty, isSaving, save, discard } = editing;
	const [ wasSaved, setSaved ] = useState( isJustSaved );
	const { visited, visit } = useVisitedSections( channel?.id ?? '' );
	useUnsavedGuard( isDirty );
	useEffect( () => () => visit( section ), [ section, visit ] );

	const saveAll: typeof save = async ( changes ) => {
		setSaved( false );
		const isDone = await save( changes );
		setSaved( isDone );
		return isDone;
	};
	const next = nextSection( section );
	/** After the last section there is nothing left to fill in: the channel goes live. */
	const saveAndContinue = async () => {
		if ( await saveAll( next ? {} : { state: 'live' } ) ) {
			visit( section );
			goTo( next ?? section );
		}
	};

	return (
		<Screen
			takesFocus
			title={ channel?.settings.name ?? __( 'New channel', 'rappel' ) }
			subtitle={
				channel && (
					<ChannelState
						state={ channel.settings.state }
						isComplete={ channel.missing.length === 0 }
					/>
				)
			}
			back={
				<BackButton
					label={ __( 'All channels', 'rappel' ) }
					isDirty={ isDirty }
					parameter="channel"
					unsaved={ __(
						'What you changed on this channel is not saved yet.',
						'rappel'
					) }
					onLeave={ onClose }
				/>
			}
		>
			<ChannelNotices channel={ channel } editing={ editing } />
			{ wasSaved && ! isDirty && (
				<SavedNotice onRemove={ () => setSaved( false ) }>
					{ __(
						'Channel saved. Visitors see it at once.',
						'rappel'
					) }
				</SavedNotice>
			) }
			<div
				className={ `rappel-editor${ isPreviewed( section ) ? ' has-preview' : '' }` }
			>
				<div className="rappel-editor__side">
					<ProgressList
						known={ {
							errors,
							missing: channel?.missing ?? [],
							visited,
							isLive: channel?.settings.state === 'live',
						} }
					/>
					{ channel && (
						<EstimateNote
							channelId={ channel.id }
							version={ channel.version }
						/>
					) }
				</div>
				<form
					noValidate
					className="rappel-editor__form"
					onSubmit={ ( event ) => {
						event.preventDefault();
						void saveAll().then(
							( isDone ) => isDone && visit( section )
						);
					} }
				>
					<div className="rappel-editor__fields">
						<SectionFields
							section={ section }
							editing={ editing }
							channel={ channel }
							onDeleted={ onClose }
						/>
					</div>
					<SaveBar
						label={
							channel
								? __( 'Update', 'rappel' )
								: __( 'Create the channel', 'rappel' )
						}
						isDirty={ isDirty }
						isSaving={ isSaving }
						onContinue={ () => void saveAndContinue() }
						continueLabel={
							next
								? __( 'Save and continue', 'rappel' )
								: __( 'Save and go live', 'rappel' )
						}
						{ ...( channel && { onDiscard: discard } ) }
					/>
				</form>
				{ isPreviewed( section ) && <WidgetPreview draft={ draft } /> }
			</div>
		</Screen>
	);
}

/** Whether what is set there is seen by visitors on the page. */
const isPreviewed = ( section: SectionId ) =>
	section === 'form' || section === 'vocabulary';

/** Brings one of the fields that are at fault before the person: on this section first, then wherever it is. */
function useBringing(): ( paths: string[] ) => void {
	const { section, language, goTo } = useEditorPlace();
	return ( paths ) => {
		const here = paths.filter( ( path ) => sectionOf( path ) === section );
		const shown = here.filter(
			( path ) => ( languageAt( path ) ?? language ) === language
		);
		const [ first ] = [ ...here, ...paths ];
		if ( shown.length ) {
			focusField( shown );
		} else if ( first ) {
			goTo( first );
		}
	};
}
