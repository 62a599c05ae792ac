import {
	bookingPageSchema,
	holidayCountriesSchema,
	holidayListSchema,
	holidaysQuerySchema,
	moveBookingSchema,
	previewTextMessageSchema,
	slotsQuerySchema,
	slotsSchema,
	textMessagePreviewSchema,
	textMessagesWantedSchema,
} from '../index.js';
import { inLanguage, type Operation } from './operation.js';

const asItIsNow = {
	200: {
		description: 'The booking as it is now.',
		schema: bookingPageSchema,
	},
};

/** What belongs to a booking: slots, holidays, the visitor's link and its messages. */
export const bookingOperations = {
	listSlots: {
		summary:
			'Dates of the visitor’s clock that have a free slot, and their slots.',
		query: slotsQuerySchema,
		answers: {
			200: { description: 'What is free now.', schema: slotsSchema },
		},
		problems: [ 'channel_not_found' ],
	},
	listHolidays: {
		summary: 'The next twelve public holidays of a country or region.',
		query: holidaysQuerySchema,
		answers: {
			200: {
				description: 'By date; none for a country that is not known.',
				schema: holidayListSchema,
			},
		},
		problems: [],
	},
	listHolidayCountries: {
		summary: 'Every country whose public holidays are known.',
		query: inLanguage,
		answers: {
			200: { description: 'By name.', schema: holidayCountriesSchema },
		},
		problems: [],
	},
	readBooking: {
		summary: 'What the page of a booking’s link shows.',
		query: inLanguage,
		answers: asItIsNow,
		problems: [ 'booking_not_found' ],
	},
	moveBooking: {
		summary: 'Moves a booking to another free slot.',
		body: moveBookingSchema,
		answers: asItIsNow,
		problems: [
			'booking_not_found',
			'booking_not_changeable',
			'slot_taken',
			'slot_not_offered',
			'booking_not_offered',
		],
	},
	cancelBooking: {
		summary: 'Cancels a booking, as long as nobody is being called for it.',
		body: inLanguage,
		answers: asItIsNow,
		problems: [ 'booking_not_found', 'booking_not_changeable' ],
	},
	readCalendar: {
		summary: 'The booking for the visitor’s calendar (RFC 5545).',
		query: inLanguage,
		answers: {
			200: { description: 'The file.', schema: 'text/calendar' },
		},
		problems: [ 'booking_not_found' ],
	},
	saveTextMessagesWanted: {
		summary:
			'Opts the booking’s number out of the site’s SMS, or in again.',
		body: textMessagesWantedSchema,
		answers: asItIsNow,
		problems: [ 'booking_not_found' ],
	},
	previewTextMessage: {
		summary: 'A message as it would be sent, and what it is billed as.',
		body: previewTextMessageSchema,
		answers: {
			200: {
				description: 'For an example of a booking.',
				schema: textMessagePreviewSchema,
			},
		},
		problems: [ 'channel_not_found' ],
	},
} satisfies Record< string, Operation >;
