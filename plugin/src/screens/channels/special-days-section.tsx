import { __ } from '@wordpress/i18n';
import { ClosuresFields } from '../../components/closures-fields';
import { Section } from '../../components/section';
import { today } from '../../domain/calendar';
import type { ChannelDraft } from '../../hooks/use-channel-draft';
import { useHolidays } from '../../hooks/use-holidays';
import { useReading } from '../../reading';
import { ExceptionsFields } from './exceptions-fields';
import { HolidaysFields } from './holidays-fields';

/** As many as the contract takes (openingHoursSchema). */
const mostPauses = 50;

/** What is not like the week: public holidays, single dates, pauses. */
export function SpecialDaysSection( {
	draft: { openingHours },
	errors,
	changePart,
}: ChannelDraft ) {
	const reading = useReading();
	const { country, region } = openingHours.holidays;
	const known = useHolidays( country, region );
	const change = ( changes: Partial< typeof openingHours > ) =>
		changePart( 'openingHours', changes );
	return (
		<Section
			id="rappel-special-days"
			isWide
			title={ __( 'Special days', 'rappel' ) }
			description={ __(
				'They come before the hours of the week. A pause wins over a date, and a date over a public holiday.',
				'rappel'
			) }
		>
			<HolidaysFields
				hours={ openingHours }
				known={ known }
				onChange={ change }
			/>
			<ExceptionsFields
				hours={ openingHours }
				holidays={ known.holidays }
				errors={ errors }
				onChange={ ( exceptions ) => change( { exceptions } ) }
			/>
			<div
				className="rappel-part"
				role="group"
				aria-labelledby="rappel-pauses-title"
			>
				<h3 id="rappel-pauses-title">{ __( 'Pauses', 'rappel' ) }</h3>
				<ClosuresFields
					path="openingHours.pauses"
					name={ __( 'Pause', 'rappel' ) }
					addLabel={ __( 'Add a pause', 'rappel' ) }
					emptySentence={ __(
						'For holidays of several days, or an afternoon off: closed from one moment until another.',
						'rappel'
					) }
					closures={ openingHours.pauses }
					errors={ errors }
					maximum={ mostPauses }
					today={ today( new Date(), reading ) }
					onChange={ ( pauses ) => change( { pauses } ) }
				/>
			</div>
		</Section>
	);
}
