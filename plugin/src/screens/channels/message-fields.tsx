import { Button, ToggleControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { ReactNode } from 'react';
import type { OwnMessageKind } from '../../api/text-messages';
import { ownText, withText, type OwnTexts } from '../../domain/own-texts';
import { useTextMessagePreview } from '../../hooks/use-text-message-preview';
import { useEditorPlace } from './editor-place';
import { MessagePreview } from './message-preview';
import { OwnTextField } from './own-text-field';

interface MessageFieldsProps {
	kind: OwnMessageKind;
	/** Of its part on the wire: "textMessages.confirmation". */
	path: string;
	title: string;
	/** When it is sent. */
	help: string;
	textLabel: string;
	message: { enabled: boolean; text: OwnTexts };
	sender: string | null;
	channelId: string | null;
	/** Faults of the draft, by field. */
	errors: Record< string, string >;
	onChange: ( changes: { enabled?: boolean; text?: OwnTexts } ) => void;
	/** More fields of this message. */
	children?: ReactNode;
}

/** A switch for one message; with it on, its text and how it arrives. */
export function MessageFields( {
	title,
	help,
	message,
	onChange,
	children,
	...text
}: MessageFieldsProps ) {
	return (
		<div className="rappel-part">
			<ToggleControl
				__nextHasNoMarginBottom
				label={ title }
				help={ help }
				checked={ message.enabled }
				onChange={ ( enabled ) => onChange( { enabled } ) }
			/>
			{ message.enabled && (
				<>
					{ children }
					<Text
						{ ...text }
						texts={ message.text }
						onChange={ onChange }
					/>
				</>
			) }
		</div>
	);
}

function Text( {
	kind,
	path,
	textLabel,
	texts,
	sender,
	channelId,
	errors,
	onChange,
}: Omit< MessageFieldsProps, 'title' | 'help' | 'message' | 'children' > & {
	texts: OwnTexts;
} ) {
	const { language } = useEditorPlace();
	const own = ownText( texts, language );
	const name = sender?.trim() || null;
	const preview = useTextMessagePreview( {
		kind,
		text: own ? ( texts[ language ] ?? null ) : null,
		language,
		sender: name,
		channelId,
	} );
	const defaultText = preview.value?.defaultText;
	return (
		<>
			<OwnTextField
				path={ `${ path }.text` }
				label={ textLabel }
				errors={ errors }
				texts={ texts }
				onChange={ ( text ) => onChange( { text } ) }
				maximum={ 480 }
				placeholder={ defaultText }
				places={ [
					'date',
					'time',
					'datetime',
					'name',
					'company',
					'link',
				] }
			/>
			{ defaultText && ! own && (
				<Button
					className="rappel-start-from"
					variant="link"
					onClick={ () =>
						onChange( {
							text: withText( texts, language, defaultText ),
						} )
					}
				>
					{ __( 'Write my own, from this text', 'rappel' ) }
				</Button>
			) }
			<MessagePreview
				preview={ preview }
				label={ textLabel }
				from={ name ?? __( 'Your number', 'rappel' ) }
			/>
		</>
	);
}
