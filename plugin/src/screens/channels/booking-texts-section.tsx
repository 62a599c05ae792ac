import { __ } from '@wordpress/i18n';
import { ChipsField } from '../../components/chips-field';
import { TextField } from '../../components/fields';
import { Section } from '../../components/section';
import { defaultTextsIn } from '../../domain/default-texts';
import type { ChannelDraft } from '../../hooks/use-channel-draft';

/** What the visitor reads about picking a time; the sentence for when it is closed is read in every case. */
export function BookingTextsSection( {
	draft: { bookingTexts, callTypes, language },
	errors,
	changePart,
}: ChannelDraft ) {
	const change = ( changes: Partial< typeof bookingTexts > ) =>
		changePart( 'bookingTexts', changes );
	const defaults = defaultTextsIn( language );
	return (
		<Section
			id="rappel-booking-texts"
			title={ __( 'What visitors read about times', 'rappel' ) }
			description={ __(
				'Left empty, the text shown in grey is used, in the language of the page. Words in braces are filled in.',
				'rappel'
			) }
		>
			{ callTypes !== 'immediate' && (
				<>
					<TextField
						path="bookingTexts.buttonLabel"
						label={ __( 'Button to pick a time', 'rappel' ) }
						error={ errors[ 'bookingTexts.buttonLabel' ] }
						value={ bookingTexts.buttonLabel }
						onChange={ ( buttonLabel ) =>
							change( { buttonLabel } )
						}
						maximum={ 60 }
						placeholder={ defaults.bookingButtonLabel }
					/>
					<ChipsField
						path="bookingTexts.confirmation"
						label={ __( 'Confirmation of a time', 'rappel' ) }
						help={ __(
							'Shown as soon as the time is booked.',
							'rappel'
						) }
						error={ errors[ 'bookingTexts.confirmation' ] }
						value={ bookingTexts.confirmation }
						onChange={ ( confirmation ) =>
							change( { confirmation } )
						}
						maximum={ 400 }
						placeholder={ defaults.bookingConfirmation }
						places={ [
							'date',
							'time',
							'datetime',
							'name',
							'company',
						] }
					/>
				</>
			) }
			<ChipsField
				path="bookingTexts.unavailable"
				label={ __( 'While nobody can call now', 'rappel' ) }
				help={ __(
					'Shown while the channel is closed, full or paused.',
					'rappel'
				) }
				error={ errors[ 'bookingTexts.unavailable' ] }
				value={ bookingTexts.unavailable }
				onChange={ ( unavailable ) => change( { unavailable } ) }
				maximum={ 400 }
				placeholder={ defaults.unavailable }
				places={ [ 'opening' ] }
			/>
		</Section>
	);
}
