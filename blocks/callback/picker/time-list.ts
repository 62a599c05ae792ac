import type { Slot } from '@rappel/contract';
import type { CallbackTexts } from '../context';
import { choice } from './choice';
import { element, part } from './element';

/** The slots of a day as radio buttons, by part of the day. */
export function timeChoices(
	slots: Slot[],
	chosen: string,
	timeZone: string,
	texts: CallbackTexts
): HTMLElement[] {
	const hourOf = hours( timeZone );
	const parts: [ string, number, number ][] = [
		[ texts.morning, 0, 12 ],
		[ texts.afternoon, 12, 18 ],
		[ texts.evening, 18, 24 ],
	];
	return parts.flatMap( ( [ name, from, to ] ) => {
		const inPart = slots.filter( ( { startsAt } ) => {
			const hour = hourOf( startsAt );
			return from <= hour && hour < to;
		} );
		return inPart.length
			? [
					element( 'p', { className: part( 'example' ) }, name ),
					element(
						'div',
						{ className: part( 'times' ) },
						...inPart.map( ( slot ) => time( slot, chosen ) )
					),
				]
			: [];
	} );
}

const time = ( { startsAt, label, companyLabel }: Slot, chosen: string ) =>
	choice(
		'slot',
		startsAt,
		startsAt === chosen,
		label,
		...( companyLabel ? [ ' ', element( 'small', {}, companyLabel ) ] : [] )
	);

/** Hour of the clock in a zone. Browsers older than 2023 know no zone that is a bare offset: they get the visitor's clock. */
function hours( timeZone: string ): ( instant: string ) => number {
	const options = { hour: '2-digit', hourCycle: 'h23' } as const;
	let format: Intl.DateTimeFormat;
	try {
		format = new Intl.DateTimeFormat( 'en-GB', { ...options, timeZone } );
	} catch {
		format = new Intl.DateTimeFormat( 'en-GB', options );
	}
	return ( instant ) => Number( format.format( Date.parse( instant ) ) );
}
