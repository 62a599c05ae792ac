import { Button, ToggleControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { Language } from '@rappel/contract';
import type { ReactNode } from 'react';
import type { OwnMessageKind } from '../../api/text-messages';
import { ChipsField } from '../../components/chips-field';
import { useTextMessagePreview } from '../../hooks/use-text-message-preview';
import { MessagePreview } from './message-preview';

interface MessageFieldsProps {
	kind: OwnMessageKind;
	/** Of its part on the wire: "textMessages.confirmation". */
	path: string;
	title: string;
	/** When it is sent. */
	help: string;
	textLabel: string;
	message: { enabled: boolean; text: string | null };
	/** The visitor's; the preview is written in it. */
	language: Language;
	sender: string | null;
	channelId: string | null;
	error: string | undefined;
	onChange: ( changes: { enabled?: boolean; text?: string | null } ) => void;
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
						text={ message.text }
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
	text,
	language,
	sender,
	channelId,
	error,
	onChange,
}: Omit< MessageFieldsProps, 'title' | 'help' | 'message' | 'children' > & {
	text: string | null;
} ) {
	const name = sender?.trim() || null;
	const preview = useTextMessagePreview( {
		kind,
		text: text?.trim() ? text : null,
		language,
		sender: name,
		channelId,
	} );
	const defaultText = preview.value?.defaultText;
	return (
		<>
			<ChipsField
				path={ `${ path }.text` }
				label={ textLabel }
				error={ error }
				value={ text }
				onChange={ ( typed ) => onChange( { text: typed } ) }
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
			{ defaultText && ! text?.trim() && (
				<Button
					className="rappel-start-from"
					variant="link"
					onClick={ () => onChange( { text: defaultText } ) }
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
