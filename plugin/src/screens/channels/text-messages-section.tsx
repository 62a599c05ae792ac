import { ToggleControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { DraftFigure } from '../../components/draft-figure';
import { TextField } from '../../components/fields';
import { Section } from '../../components/section';
import { takesBookings } from '../../domain/applicability';
import type { Draft } from '../../domain/channel-draft';
import type { OwnTexts } from '../../domain/own-texts';
import type { ChannelDraft } from '../../hooks/use-channel-draft';
import { LanguageSwitch } from './language-switch';
import { MessageFields } from './message-fields';

interface TextMessagesSectionProps {
	editing: ChannelDraft;
	/** Null while the channel is not saved yet. */
	channelId: string | null;
}

/** Each SMS with its switch, its text and how it arrives. */
export function TextMessagesSection( {
	editing,
	channelId,
}: TextMessagesSectionProps ) {
	const { draft, errors, changePart } = editing;
	const { textMessages } = draft;
	const change = ( changes: Partial< typeof textMessages > ) =>
		changePart( 'textMessages', changes );
	const common = { sender: textMessages.sender, channelId, errors };
	return (
		<Section
			id="rappel-text-messages"
			title={ __( 'Text messages', 'rappel' ) }
			description={ __(
				'Only mobile numbers get them, in the language of the visitor.',
				'rappel'
			) }
		>
			<TextField
				path="textMessages.sender"
				label={ __( 'Sender name', 'rappel' ) }
				help={
					textMessages.sender?.trim()
						? __(
								'Nobody can answer a name: messages carry a link in place of “answer 1 or 2”. Some countries refuse names.',
								'rappel'
							)
						: __(
								'Left empty, messages come from your number, and clients may confirm or cancel by answering. A name has up to 11 letters, digits and spaces.',
								'rappel'
							)
				}
				error={ errors[ 'textMessages.sender' ] }
				value={ textMessages.sender }
				onChange={ ( sender ) => change( { sender } ) }
				maximum={ 11 }
			/>
			<LanguageSwitch texts={ textsOf( draft ) } />
			{ takesBookings( draft ) && (
				<BookingMessages { ...common } editing={ editing } />
			) }
			<MessageFields
				{ ...common }
				kind="not_reached"
				path="textMessages.notReached"
				title={ __( 'Say that we could not reach them', 'rappel' ) }
				help={ __(
					'After the last attempt, with a link to pick a time.',
					'rappel'
				) }
				textLabel={ __( 'Text when nobody was reached', 'rappel' ) }
				message={ textMessages.notReached }
				onChange={ ( changes ) =>
					change( {
						notReached: { ...textMessages.notReached, ...changes },
					} )
				}
			/>
		</Section>
	);
}

const textsOf = ( draft: Draft ): OwnTexts[] => {
	const { confirmation, reminder, notReached } = draft.textMessages;
	return (
		takesBookings( draft )
			? [ confirmation, reminder, notReached ]
			: [ notReached ]
	).map( ( { text } ) => text );
};

type BookingMessagesProps = Pick<
	Parameters< typeof MessageFields >[ 0 ],
	'errors' | 'sender' | 'channelId'
> & { editing: ChannelDraft };

/** The messages about a time that was picked. */
function BookingMessages( { editing, ...common }: BookingMessagesProps ) {
	const {
		draft: {
			textMessages: { confirmation, reminder, changes: moved },
		},
		changePart,
	} = editing;
	const changeReminder = ( changes: Partial< typeof reminder > ) =>
		changePart( 'textMessages', { reminder: { ...reminder, ...changes } } );
	return (
		<>
			<MessageFields
				{ ...common }
				kind="confirmation"
				path="textMessages.confirmation"
				title={ __( 'Send a confirmation', 'rappel' ) }
				help={ __( 'As soon as a time is booked.', 'rappel' ) }
				textLabel={ __( 'Text of the confirmation', 'rappel' ) }
				message={ confirmation }
				onChange={ ( changes ) =>
					changePart( 'textMessages', {
						confirmation: { ...confirmation, ...changes },
					} )
				}
			/>
			<MessageFields
				{ ...common }
				kind="reminder"
				path="textMessages.reminder"
				title={ __( 'Send a reminder', 'rappel' ) }
				help={ __(
					'Before the time, if it is still booked. None where the time is nearer than this when it is booked.',
					'rappel'
				) }
				textLabel={ __( 'Text of the reminder', 'rappel' ) }
				message={ reminder }
				onChange={ changeReminder }
			>
				<DraftFigure
					editing={ editing }
					path="textMessages.reminder.leadMinutes"
					label={ __( 'Sent so long before', 'rappel' ) }
					unit={ __( 'minutes', 'rappel' ) }
					help={ __( 'A day is 1440.', 'rappel' ) }
					value={ reminder.leadMinutes }
					onChange={ ( leadMinutes ) =>
						changeReminder( { leadMinutes } )
					}
				/>
			</MessageFields>
			<div className="rappel-part">
				<ToggleControl
					__nextHasNoMarginBottom
					label={ __(
						'Say that a booking is moved or cancelled',
						'rappel'
					) }
					help={ __(
						'Once a booking has been moved or cancelled, by the client or by you.',
						'rappel'
					) }
					checked={ moved.enabled }
					onChange={ ( enabled ) =>
						changePart( 'textMessages', { changes: { enabled } } )
					}
				/>
			</div>
		</>
	);
}
