import { __ } from '@wordpress/i18n';
import { ChoiceField } from '../../components/fields';
import { Section } from '../../components/section';
import { takesBookings } from '../../domain/applicability';
import type { Draft } from '../../domain/channel-draft';
import type { ChannelDraft } from '../../hooks/use-channel-draft';

type Choice = Draft[ 'guards' ][ 'confirmNumber' ];

/** Whether a code that comes by SMS must be typed before anything is granted. */
export function ConfirmNumberField( {
	draft,
	errors,
	changePart,
}: ChannelDraft ) {
	const { confirmNumber } = draft.guards;
	return (
		<Section
			id="rappel-confirm-number"
			title={ __( 'Confirmation of the number', 'rappel' ) }
			description={ __(
				'Against invented numbers: the visitor types a code that they get by SMS. Each code costs an SMS.',
				'rappel'
			) }
		>
			<ChoiceField
				path="guards.confirmNumber"
				label={ __( 'Ask for a code', 'rappel' ) }
				help={
					confirmNumber === 'never'
						? undefined
						: __(
								'Only mobile numbers can get one: landlines are refused then.',
								'rappel'
							)
				}
				error={ errors[ 'guards.confirmNumber' ] }
				value={ confirmNumber }
				onChange={ ( chosen ) =>
					changePart( 'guards', { confirmNumber: chosen } )
				}
				options={ choices( draft ) }
			/>
		</Section>
	);
}

/** What is chosen already is always among them. */
function choices( draft: Draft ): { value: Choice; label: string }[] {
	const { confirmNumber } = draft.guards;
	return [
		{ value: 'never', label: __( 'Never', 'rappel' ) },
		...( takesBookings( draft ) || confirmNumber === 'bookings'
			? [
					{
						value: 'bookings' as const,
						label: __( 'Before a time is booked', 'rappel' ),
					},
				]
			: [] ),
		{ value: 'always', label: __( 'Before every request', 'rappel' ) },
	];
}
