import { createHash } from 'node:crypto';
import { z } from 'zod';

export const webhookFaults = [
	'webhook-doubled',
	'webhook-late',
	'webhook-out-of-order',
	'webhook-lost',
] as const;
export const restFaults = [
	'rest-timeout-before',
	'rest-timeout-after',
	'rest-429',
	'rest-500',
	'rest-500-after',
] as const;

export type WebhookFault = ( typeof webhookFaults )[ number ];
export type RestFault = ( typeof restFaults )[ number ];

const ruleSchema = z
	.strictObject( {
		kind: z.enum( [ ...webhookFaults, ...restFaults ] ),
		/** From 0 to 1, drawn by the seed. */
		probability: z.number().min( 0 ).max( 1 ).optional(),
		/** The next N that match, then no more. */
		next: z.int().min( 1 ).max( 10_000 ).optional(),
		only: z
			.strictObject( {
				method: z.enum( [ 'GET', 'POST', 'DELETE' ] ).optional(),
				/** Part of the address: of the REST path, or of the webhook's URL. */
				urlContains: z.string().min( 1 ).optional(),
				/** For webhooks: `initiated`, `completed`, `participant-join`, `twiml`, … */
				event: z.string().min( 1 ).optional(),
			} )
			.default( {} ),
		/** webhook-late: how late. rest-timeout-*: how long the connection is held before it is cut. */
		delaySeconds: z.number().min( 0 ).max( 600 ).optional(),
	} )
	.refine(
		( rule ) =>
			( rule.probability === undefined ) !== ( rule.next === undefined ),
		{
			message:
				'Give each fault either "probability" (0 to 1) or "next" (how many).',
		}
	);

export const faultsRequestSchema = z.strictObject( {
	seed: z.int().optional(),
	faults: z.array( ruleSchema ).max( 100 ),
} );

export type FaultRule = z.infer< typeof ruleSchema >;

export interface FaultsState {
	seed: number;
	/** How many numbers were drawn from the seed: a restart goes on where it was. */
	draws: number;
	rules: FaultRule[];
	/** How often each kind struck; absent in a file of before. */
	struck?: Record< string, number >;
}

/** 0 to below 1, by seed and place: the same seed strikes the same requests, after a restart too. */
function draw( seed: number, place: number ): number {
	const hash = createHash( 'sha256' ).update( `${ seed }:${ place }` );
	return hash.digest().readUInt32BE() / 4_294_967_296;
}

export interface FaultSubject {
	method: string;
	url: string;
	event: string | null;
}

function matches( rule: FaultRule, subject: FaultSubject ): boolean {
	const { method, urlContains, event } = rule.only;
	// A fetch of TwiML is hurt only by a rule that asks for it: without TwiML a call has no life to test.
	const twiml =
		subject.event === 'twiml' &&
		event !== 'twiml' &&
		rule.kind !== 'webhook-doubled';
	return (
		! twiml &&
		( method === undefined || method === subject.method ) &&
		( urlContains === undefined || subject.url.includes( urlContains ) ) &&
		( event === undefined || event === subject.event )
	);
}

/**
 * The first rule that strikes this subject; null when none does. Draws from the seed for each matching rule with a
 * probability, and counts `next` down.
 */
export function strike< K extends WebhookFault | RestFault >(
	state: FaultsState,
	kinds: readonly K[],
	subject: FaultSubject
): ( FaultRule & { kind: K } ) | null {
	for ( const rule of state.rules ) {
		if (
			! ( kinds as readonly string[] ).includes( rule.kind ) ||
			! matches( rule, subject )
		) {
			continue;
		}
		if ( rule.next !== undefined ) {
			if ( rule.next > 0 ) {
				rule.next -= 1;
				return counted( state, rule as FaultRule & { kind: K } );
			}
			continue;
		}
		if ( draw( state.seed, state.draws++ ) < ( rule.probability ?? 0 ) ) {
			return counted( state, rule as FaultRule & { kind: K } );
		}
	}
	return null;
}

function counted< R extends FaultRule >( state: FaultsState, rule: R ): R {
	state.struck = {
		...state.struck,
		[ rule.kind ]: ( state.struck?.[ rule.kind ] ?? 0 ) + 1,
	};
	return rule;
}
