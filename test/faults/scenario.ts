import type { ChannelSettingsInput } from '@rappel/contract';
import {
	fictionalNumber,
	type ServiceClient,
} from '../support/service-client.js';
import type { Chance } from './world/chance.js';

/** What a channel of a fault run is like; every kind of call is one of these, again and again. */
const kinds: readonly ( ( line: Line ) => Partial< ChannelSettingsInput > )[] =
	[
		( { destination } ) => ( {
			calls: { destinationNumber: destination },
			queue: { simultaneousCalls: false },
		} ),
		( { destination } ) => ( {
			calls: {
				destinationNumber: destination,
				dialOrder: 'client_first',
			},
			queue: { simultaneousCalls: false },
		} ),
		( { team } ) => ( {
			team,
			calls: { routing: 'team', confirmation: 'always' },
			queue: { limit: team.length },
		} ),
		( { team } ) => ( {
			team,
			calls: {
				routing: 'team',
				distribution: 'all_at_once',
				confirmation: 'always',
			},
			queue: { limit: 2 },
		} ),
		( { team, destination } ) => ( {
			team,
			calls: {
				routing: 'team',
				checkAvailability: true,
				distribution: 'round_robin',
				dialOrder: 'client_first',
				confirmation: 'never',
			},
			fallback: { type: 'call_number', number: destination },
			queue: { limit: team.length },
		} ),
		( { destination } ) => ( {
			calls: {
				destinationNumber: destination,
				dialOrder: 'client_first',
				clientKeys: true,
				endOnMachine: { company: true, client: true },
			},
			queue: { simultaneousCalls: false },
			survey: { enabled: true },
		} ),
		( { destination } ) => ( {
			calls: { destinationNumber: reluctant( destination ) },
			queue: { simultaneousCalls: false },
			survey: { enabled: true },
			fallback: { type: 'voicemail' },
		} ),
		( { team } ) => ( {
			team,
			calls: {
				routing: 'team',
				distribution: 'longest_idle',
				confirmation: 'always',
				wrapUpSeconds: 5,
				endOnMachine: { company: true },
			},
			fallback: {
				type: 'try_again',
				tryAgainMinutes: 1,
				tryAgainTimes: 2,
			},
			queue: { limit: team.length },
			recording: { enabled: true },
		} ),
	];

/** Every channel can be booked, seconds ahead. */
export const bookable = {
	lengthMinutes: 5,
	stepMinutes: 5,
	capacity: 'number',
	capacityNumber: 2,
	minimumDelayMinutes: 0,
	windowDays: 2,
} as const;

/** The number of a company that is rarely there. */
const reluctant = ( number: string ) =>
	`${ number.slice( 0, -4 ) }${ Number( number.slice( -4 ) ) + 3_000 }`;

export const isReluctant = ( number: string ): boolean =>
	Number( number.slice( -4 ) ) >= 4_000 && ! isVisitor( number );

interface Line {
	destination: string;
	team: { userId: number; priority: number }[];
}

export interface Channel {
	id: string;
}

const agentsPerTeam = 3;
/** Before `fictionalNumber`s, which are the visitors'. */
const companyNumber = ( n: number ) =>
	`+3319900${ String( 1_000 + n ).padStart( 4, '0' ) }`;

/** Opens so many channels with their teams, all of them online. */
export async function openChannels(
	wordpress: ServiceClient,
	count: number
): Promise< Channel[] > {
	const site = await wordpress.call( 'PUT', '/v1/site', {
		dailyRequestCap: 100_000,
	} );
	if ( site.status !== 200 ) {
		throw new Error( `The site was refused: ${ JSON.stringify( site ) }` );
	}
	const channels: Channel[] = [];
	let agents = 0;
	for ( let n = 0; n < count; n++ ) {
		const kind = kinds[ n % kinds.length ] as ( typeof kinds )[ number ];
		const line: Line = {
			destination: companyNumber( n ),
			team: Array.from( { length: agentsPerTeam }, ( _, place ) => ( {
				userId: agents + place + 1,
				priority: 1 + ( place > 1 ? 1 : 0 ),
			} ) ),
		};
		const own = kind( line );
		if ( own.team ) {
			// A site has at most 200 agents.
			if ( agents + agentsPerTeam > 190 ) {
				continue;
			}
			agents += agentsPerTeam;
			await comeOnline( wordpress, line );
		}
		channels.push(
			await wordpress.createChannel( {
				name: `Line ${ n }`,
				language: 'en',
				openingHours: { always: true },
				booking: bookable,
				...own,
				calls: {
					companyRingSeconds: 12,
					clientRingSeconds: 12,
					keySeconds: 4,
					maximumTalkSeconds: 300,
					...own.calls,
				},
				retries: {
					company: { attempts: 2, spacingMinutes: 1 },
					client: { attempts: 2, spacingMinutes: 1 },
					shortCallSeconds: 0,
				},
				queue: {
					expiresAfterMinutes: 30,
					maximumWaiting: 0,
					...own.queue,
				},
				// Nobody comes back online here.
				presence: { awayAfterMissedCall: false },
				guards: {
					requestsPerNumberPerDay: 50,
					requestsPerAddressPerHour: 1_000,
				},
			} )
		);
	}
	return channels;
}

async function comeOnline(
	wordpress: ServiceClient,
	{ team }: Line
): Promise< void > {
	for ( const { userId } of team ) {
		const steps = [
			await wordpress.call( 'PUT', `/v1/agents/${ userId }`, {
				name: `Agent ${ userId }`,
				number: companyNumber( 500 + userId ),
			} ),
			await wordpress.call( 'PUT', `/v1/agents/${ userId }/presence`, {
				status: 'online',
			} ),
		];
		for ( const { status, body } of steps ) {
			if ( status !== 200 ) {
				throw new Error(
					`An agent was refused (${ status }): ${ JSON.stringify( body ) }`
				);
			}
		}
	}
}

/** A visitor who books one of the next times, and what they do then. */
export interface BookingWish {
	channelId: string;
	then: 'waits' | 'moves' | 'cancels';
	afterSeconds: number;
}

export interface Visit {
	/** As WordPress sends it, with the same key again until it is answered. */
	body: Record< string, unknown >;
	key: string;
	/** Somebody with the same number asks as well, while this one is under way. */
	rivals: Record< string, unknown >[];
	/** Null: they want to be called now. */
	booking: BookingWish | null;
}

/** The n-th visitor. */
export function visitOf(
	n: number,
	channels: readonly Channel[],
	{
		wordpress,
		chance,
		rivals,
		bookings,
	}: {
		wordpress: ServiceClient;
		chance: Chance;
		rivals: number;
		bookings: number;
	}
): Visit {
	const own = chance.of( `visitor ${ n }` );
	const ask = () =>
		wordpress.request( own.pick( channels ).id, fictionalNumber( n ), {
			visitorAddress: `10.${ Math.floor( n / 65_536 ) % 256 }.${ Math.floor( n / 256 ) % 256 }.${ n % 256 }`,
		} );
	const body = ask();
	return {
		body,
		key: String( body.key ),
		rivals: own.happens( rivals ) ? [ ask() ] : [],
		booking: own.happens( bookings )
			? {
					channelId: String( body.channelId ),
					then: own.weighted( { waits: 5, moves: 3, cancels: 2 } ),
					afterSeconds: own.between( 1, 60 ),
				}
			: null,
	};
}

export const isVisitor = ( number: string ): boolean =>
	Number( number.slice( -4 ) ) >= 5_000;
