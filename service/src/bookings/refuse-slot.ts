import type { Language } from '@rappel/contract';
import { Refusal } from '../refusal.js';
import type { TakingResult } from './booking-store.js';
import type { OfferedSlots, SlotQuestion } from './ports.js';

/** As many as fit on a phone without scrolling. */
const alternativesTold = 6;

export interface WantedSlot {
	question: SlotQuestion;
	startsAt: Date;
	visitor: { timeZone: string | null; language: Language };
}

/** Why a slot was not booked; `not_offered`: the rules do not offer it. */
export type SlotRefusal = Exclude< TakingResult, 'taken' > | 'not_offered';

/** With the nearest free slots, so that whoever was second picks another one at once. */
export async function slotRefusal(
	slots: OfferedSlots,
	{ question, startsAt, visitor }: WantedSlot,
	because: SlotRefusal
): Promise< Refusal > {
	if ( because === 'same_hour' ) {
		return new Refusal( 'request_already_open', {
			field: 'slot',
			text: 'problem.already_booked',
		} );
	}
	const nearest = await slots.nearest( question, startsAt, alternativesTold );
	return new Refusal(
		because === 'full' ? 'slot_taken' : 'slot_not_offered',
		{
			field: 'slot',
			alternatives: slots.tell( question.site, nearest, visitor ),
		}
	);
}
