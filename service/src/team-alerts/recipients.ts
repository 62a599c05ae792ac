import type { AlertSettings } from '@rappel/contract';
import type { Agent } from '../agents/domain/agent.js';
import { isMobile } from '../guards/mobile.js';
import type { Site } from '../sites/site.js';
import type { Recipient, TeamAlert, TeamAlertKind } from './team-alert.js';

/** How somebody is reached. */
export type Way =
	| { by: 'email'; to: string }
	/** E.164; from whom, where the service has several to choose from. */
	| { by: 'text_message'; to: string; from: string };

/** Which of an agent's settings says whether they are told; null: it is for those who supervise. */
const settingOf: Readonly<
	Record< TeamAlertKind, keyof AlertSettings | null >
> = {
	missed_call: 'missedCall',
	failed_booking: 'failedBooking',
	opening: 'opening',
	daily_report: 'dailyReport',
	not_handled: null,
	nobody_there: null,
	spending_limit: null,
	balance_low: null,
};

/** Whether an agent wants to be told of such a thing. */
export function wants( { alerts }: Agent, kind: TeamAlertKind ): boolean {
	const setting = settingOf[ kind ];
	return setting !== null && alerts[ setting ] !== 'none';
}

/**
 * The way that an agent has chosen. Without a mobile number, or without a number from which the service could write, an e-mail comes
 * in place of a text message.
 *
 * @return `unwanted`: they want it no more. Null: they have no address for it.
 */
export function wayToAgent(
	{ alerts, number, email }: Agent,
	kind: TeamAlertKind,
	from: string | null
): Way | 'unwanted' | null {
	const setting = settingOf[ kind ];
	const wanted = setting && alerts[ setting ];
	if ( ! wanted || wanted === 'none' ) {
		return 'unwanted';
	}
	if (
		wanted === 'text_message' &&
		from !== null &&
		number !== null &&
		isMobile( number )
	) {
		return { by: 'text_message', to: number, from };
	}
	return email === null ? null : { by: 'email', to: email };
}

/** The address of the owner or a supervisor; null: there is none any more. */
export function addressOf( site: Site, recipient: Recipient ): string | null {
	if ( recipient === 'owner' ) {
		return site.ownerEmail;
	}
	const [ role, index ] = recipient.split( ' ' );
	return role === 'supervisor'
		? ( site.supervisorEmails[ Number( index ) ] ?? null )
		: null;
}

/** Those who supervise, each address once. */
export function supervisorsOf( site: Site ): Recipient[] {
	const all: Recipient[] = [
		'owner',
		...site.supervisorEmails.map(
			( _email, index ) => `supervisor ${ index }` as const
		),
	];
	const known = new Set< string >();
	return all.filter( ( recipient ) => {
		const address = addressOf( site, recipient )?.trim().toLowerCase();
		const isNew = address !== undefined && ! known.has( address );
		if ( isNew ) {
			known.add( address );
		}
		return isNew;
	} );
}

/** Of an agent's alert; null: it is for those who supervise. */
export function userIdOf( {
	recipient,
}: Pick< TeamAlert, 'recipient' > ): number | null {
	const [ role, id ] = recipient.split( ' ' );
	return role === 'agent' ? Number( id ) : null;
}
