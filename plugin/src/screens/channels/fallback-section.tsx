import { __ } from '@wordpress/i18n';
import { DraftFigure } from '../../components/draft-figure';
import { ChoiceField, TextField } from '../../components/fields';
import { Section } from '../../components/section';
import { doesApply } from '../../domain/applicability';
import type { Draft } from '../../domain/channel-draft';
import { typedNumber } from '../../domain/format';
import type { ChannelDraft } from '../../hooks/use-channel-draft';

type Type = Draft[ 'fallback' ][ 'type' ];

/** What comes when nobody is there, or everybody refused. */
export function FallbackSection( editing: ChannelDraft ) {
	const { draft, errors, changePart } = editing;
	const { fallback } = draft;
	const change = ( changes: Partial< typeof fallback > ) =>
		changePart( 'fallback', changes );
	return (
		<Section
			id="rappel-fallback"
			title={ __( 'If nobody can answer', 'rappel' ) }
			description={ __(
				'When nobody is available, or everybody who was called refused or did not answer.',
				'rappel'
			) }
		>
			<ChoiceField
				path="fallback.type"
				label={ __( 'What happens then', 'rappel' ) }
				help={ meaning( fallback.type ) }
				error={ errors[ 'fallback.type' ] }
				value={ fallback.type }
				onChange={ ( type ) => change( { type } ) }
				options={ [
					{
						value: 'refuse',
						label: __( 'Tell the client', 'rappel' ),
					},
					{
						value: 'call_number',
						label: __( 'Call another number', 'rappel' ),
					},
					{
						value: 'try_again',
						label: __( 'Try again later', 'rappel' ),
					},
					{
						value: 'voicemail',
						label: __( 'Take a message', 'rappel' ),
					},
					{
						value: 'text_message',
						label: __( 'Send a text message', 'rappel' ),
					},
				] }
			/>
			{ doesApply( 'fallback.number', draft ) && (
				<TextField
					path="fallback.number"
					label={ __( 'Number to call', 'rappel' ) }
					help={ __(
						'As you would dial it, or with its country code. It is called once per attempt.',
						'rappel'
					) }
					error={ errors[ 'fallback.number' ] }
					value={ typedNumber( fallback.number ) }
					onChange={ ( number ) => change( { number } ) }
					maximum={ 40 }
					type="tel"
				/>
			) }
			{ fallback.type === 'try_again' && (
				<div className="rappel-figures">
					<DraftFigure
						editing={ editing }
						path="fallback.tryAgainMinutes"
						label={ __( 'Try again after', 'rappel' ) }
						unit={ __( 'minutes', 'rappel' ) }
						value={ fallback.tryAgainMinutes }
						onChange={ ( tryAgainMinutes ) =>
							change( { tryAgainMinutes } )
						}
					/>
					<DraftFigure
						editing={ editing }
						path="fallback.tryAgainTimes"
						label={ __( 'So many times', 'rappel' ) }
						value={ fallback.tryAgainTimes }
						onChange={ ( tryAgainTimes ) =>
							change( { tryAgainTimes } )
						}
					/>
				</div>
			) }
			{ doesApply( 'fallback.bookingUrl', draft ) && (
				<TextField
					path="fallback.bookingUrl"
					label={ __( 'Page to book on', 'rappel' ) }
					help={ __(
						'The address in the text message. Left empty, the page on which the client asked.',
						'rappel'
					) }
					error={ errors[ 'fallback.bookingUrl' ] }
					value={ fallback.bookingUrl }
					onChange={ ( bookingUrl ) => change( { bookingUrl } ) }
					maximum={ 500 }
					placeholder="https://"
					type="url"
				/>
			) }
		</Section>
	);
}

function meaning( type: Type ): string {
	switch ( type ) {
		case 'refuse':
			return __(
				'They read, or hear on the phone, that nobody is free.',
				'rappel'
			);
		case 'call_number':
			return __(
				'For instance a switchboard or an answering service.',
				'rappel'
			);
		case 'try_again':
			return __(
				'The request keeps its place, and the team is called again.',
				'rappel'
			);
		case 'voicemail':
			return __(
				'The client is called and may speak after a tone. You hear the message under Requests.',
				'rappel'
			);
		case 'text_message':
			return __(
				'The client gets a link on which they may book a time. Only mobile numbers can get one.',
				'rappel'
			);
	}
}
