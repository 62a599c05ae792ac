import { SelectControl, TextControl } from '@wordpress/components';
import { useCallback } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { listChannels } from '../../api/channels';
import { formatDate } from '../../domain/calendar';
import {
	longestPeriodDays,
	periodNames,
	type Period,
	type PeriodName,
} from '../../domain/period';
import { useLoaded } from '../../hooks/use-loaded';
import type { ResultsQuestion } from '../../hooks/use-results-question';
import { useReading } from '../../reading';

/** Of which days, and of which channel. */
export function PeriodChoice( { question }: { question: ResultsQuestion } ) {
	const { locale } = useReading();
	const { name, own, period, channelId, setName, setOwn, setChannel } =
		question;
	const { value: channels } = useLoaded(
		useCallback( () => listChannels(), [] )
	);
	return (
		<div
			className="rappel-filters"
			role="group"
			aria-label={ __( 'What the results are of', 'rappel' ) }
		>
			<div className="rappel-filters__row">
				<SelectControl
					__next40pxDefaultSize
					__nextHasNoMarginBottom
					label={ __( 'Period', 'rappel' ) }
					value={ name }
					help={
						period && name !== 'own' && datesOf( period, locale )
					}
					onChange={ ( chosen ) => setName( chosen as PeriodName ) }
					options={ periodNames.map( ( value ) => ( {
						value,
						label: periodWord( value ),
					} ) ) }
				/>
				{ name === 'own' && (
					<>
						<TextControl
							__next40pxDefaultSize
							__nextHasNoMarginBottom
							type="date"
							label={ __( 'From', 'rappel' ) }
							value={ own.from }
							max={ own.to }
							onChange={ ( from ) => setOwn( { from } ) }
						/>
						<TextControl
							__next40pxDefaultSize
							__nextHasNoMarginBottom
							type="date"
							label={ __( 'To', 'rappel' ) }
							value={ own.to }
							min={ own.from }
							aria-invalid={ ! period }
							help={ ! period && <Fault /> }
							onChange={ ( to ) => setOwn( { to } ) }
						/>
					</>
				) }
				{ ( ( channels && channels.length > 1 ) || channelId ) && (
					<SelectControl
						__next40pxDefaultSize
						__nextHasNoMarginBottom
						label={ __( 'Channel', 'rappel' ) }
						value={ channelId ?? '' }
						onChange={ setChannel }
						options={ [
							{
								label: __( 'All channels', 'rappel' ),
								value: '',
							},
							...( channels ?? [] ).map(
								( { id, settings } ) => ( {
									label: settings.name,
									value: id,
								} )
							),
						] }
					/>
				) }
			</div>
		</div>
	);
}

const Fault = () => (
	<span className="rappel-field-error">
		{ sprintf(
			/* translators: %d: a number of days. */
			__(
				'Choose a first and a last day, at most %d days apart.',
				'rappel'
			),
			longestPeriodDays
		) }
	</span>
);

function periodWord( name: PeriodName ): string {
	switch ( name ) {
		case '7':
			return __( 'Last 7 days', 'rappel' );
		case '30':
			return __( 'Last 30 days', 'rappel' );
		case '90':
			return __( 'Last 90 days', 'rappel' );
		case 'month':
			return __( 'This month', 'rappel' );
		case 'own':
			return __( 'Own dates', 'rappel' );
	}
}

const datesOf = ( { from, to }: Period, locale: string ) =>
	from === to
		? formatDate( from, locale, { dateStyle: 'medium' } )
		: new Intl.DateTimeFormat( locale, {
				dateStyle: 'medium',
				timeZone: 'UTC',
			} ).formatRange( Date.parse( from ), Date.parse( to ) );
