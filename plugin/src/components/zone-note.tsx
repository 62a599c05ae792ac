import { Button, Notice } from '@wordpress/components';
import { createInterpolateElement, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { adminUrl } from '../admin-url';
import { clockIn, isBareOffset, zonesLike } from '../domain/time-zone';
import { initialData } from '../initial-data';
import { useNow } from '../hooks/use-now';
import { useReading } from '../reading';

/** In which zone hours are, with its clock; where WordPress holds an offset, which city to choose in its place. */
export function ZoneNote() {
	const { timeZone } = useReading();
	if ( ! timeZone ) {
		return null;
	}
	return isBareOffset( timeZone ) ? (
		<OffsetQuestion offset={ timeZone } />
	) : (
		<Zone timeZone={ timeZone } />
	);
}

function Zone( { timeZone }: { timeZone: string } ) {
	const { locale } = useReading();
	const now = useNow();
	return (
		<p className="rappel-help">
			{ sprintf(
				/* translators: 1: a time zone such as "Europe/Paris". 2: the time there. */
				__(
					'Hours are those of %1$s, where it is %2$s now.',
					'rappel'
				),
				timeZone,
				clockIn( timeZone, now, locale )
			) }
		</p>
	);
}

/** An offset stays the same in summer and winter: half of the year the hours are off by one. */
function OffsetQuestion( { offset }: { offset: string } ) {
	const { locale } = useReading();
	const now = useNow();
	const [ isRight, setRight ] = useState< boolean | null >( null );
	return (
		<Notice
			className="rappel-notice rappel-zone"
			status="warning"
			isDismissible={ false }
			spokenMessage=""
		>
			<p>
				<strong>
					{ sprintf(
						/* translators: %s: a time of the day. */
						__( 'Is it %s at your company?', 'rappel' ),
						clockIn( offset, now, locale )
					) }
				</strong>{ ' ' }
				{ sprintf(
					/* translators: %s: an offset such as "UTC+02:00". */
					__(
						'This site’s clock is set to %s, which knows no summer time: the hours would be off by one for half of the year.',
						'rappel'
					),
					/^[+-]/.test( offset ) ? `UTC${ offset }` : offset
				) }
			</p>
			<div className="rappel-zone__answers">
				<Button
					variant="secondary"
					size="compact"
					aria-pressed={ isRight === true }
					onClick={ () => setRight( true ) }
				>
					{ __( 'Yes', 'rappel' ) }
				</Button>
				<Button
					variant="secondary"
					size="compact"
					aria-pressed={ isRight === false }
					onClick={ () => setRight( false ) }
				>
					{ __( 'No', 'rappel' ) }
				</Button>
			</div>
			<div role="status">
				{ isRight !== null && (
					<Proposal offset={ offset } isRight={ isRight } />
				) }
			</div>
		</Notice>
	);
}

function Proposal( { offset, isRight }: { offset: string; isRight: boolean } ) {
	const now = useNow();
	const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
	const cities = isRight ? zonesLike( offset, now, own ) : [ own ];
	const proposed = cities.length
		? sprintf(
				/* translators: %s: names of time zones: "Europe/Paris, Europe/Berlin". */
				__(
					'Choose your city in WordPress instead: %s, or one near you.',
					'rappel'
				),
				cities.join( ', ' )
			)
		: __( 'Choose your city in WordPress instead.', 'rappel' );
	return (
		<p>
			{ proposed }{ ' ' }
			{ initialData()?.can.administrate === false
				? __(
						'An administrator of the site can do that, under Settings → General.',
						'rappel'
					)
				: createInterpolateElement(
						__(
							'<a>Open the time zone setting</a> and come back.',
							'rappel'
						),
						{
							a: (
								// eslint-disable-next-line jsx-a11y/anchor-has-content -- createInterpolateElement puts the words in.
								<a
									href={ `${ adminUrl( 'options-general.php' ) }#timezone_string` }
								/>
							),
						}
					) }
		</p>
	);
}
