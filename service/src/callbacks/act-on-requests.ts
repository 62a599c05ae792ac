import type {
	ActOnRequests,
	RequestAction,
	RequestSummary,
	Viewer,
} from '@rappel/contract';
import { Refusal } from '../refusal.js';
import type { Site } from '../sites/site.js';
import { applyCommand } from './apply-command.js';
import { blockNumberOf } from './block-number.js';
import { callAgain } from './call-again.js';
import type { Dependencies } from './dependencies.js';
import {
	canCancel,
	canChange,
	isOver,
	never,
	type CallbackRequest,
} from './domain/callback-request.js';
import type { ActionCommand } from './domain/commands.js';
import { mayAct } from './may-act.js';
import { takerOf } from './place.js';
import type { Loaded } from './store/callback-store.js';

/** What became of one request. */
export interface ActedOn {
	requestId: string;
	/** As whoever did it sees it now; null when it could not be done. */
	request: RequestSummary | null;
	/** The request that was made in the place of one that is over; null: none was. */
	newRequestId: string | null;
	/** Why it could not be done; null: it was. */
	refusal: Refusal | null;
}

/** A request as this viewer sees it; null: there is none. */
export type SummaryFor = (
	siteId: string,
	requestId: string,
	viewer: Viewer
) => Promise< RequestSummary | null >;

type Acting = Dependencies & { summaryFor: SummaryFor };

/** Each request by itself, one after the other: what cannot be done with one keeps nobody from the others. */
export async function actOnRequests(
	acting: Acting,
	site: Site,
	{ requestIds, action, by }: ActOnRequests
): Promise< ActedOn[] > {
	const results: ActedOn[] = [];
	for ( const requestId of new Set( requestIds ) ) {
		results.push( await actOn( acting, site, { requestId, action, by } ) );
	}
	return results;
}

interface Wanted {
	requestId: string;
	action: RequestAction;
	by: Viewer;
}

async function actOn(
	acting: Acting,
	site: Site,
	wanted: Wanted
): Promise< ActedOn > {
	const { requestId, by } = wanted;
	try {
		const newRequestId = await actionOn( acting, site, wanted );
		const request = await acting.summaryFor( site.id, requestId, by );
		return { requestId, request, newRequestId, refusal: null };
	} catch ( error ) {
		if ( error instanceof Refusal ) {
			return {
				requestId,
				request: null,
				newRequestId: null,
				refusal: error,
			};
		}
		throw error;
	}
}

/** Gives the id of the request that was made in the place of one that is over; null: none was. */
async function actionOn(
	acting: Acting,
	site: Site,
	{ requestId, action, by }: Wanted
): Promise< string | null > {
	const { database, store, killPoint } = acting;
	refuseUnlessSupervisor( action, by );
	const newRequestId = await database.transaction( async () => {
		const loaded = await store.load( requestId, { lock: true } );
		if ( ! loaded || loaded.details.siteId !== site.id ) {
			throw new Refusal( 'request_not_found' );
		}
		refuseOthers( loaded, by );
		const made = await actOnLoaded( acting, site, { loaded, action, by } );
		killPoint( 'act:before-commit' );
		return made;
	} );
	killPoint( 'act:after-commit' );
	return newRequestId;
}

function refuseUnlessSupervisor( { action }: RequestAction, by: Viewer ): void {
	if (
		! by.supervises &&
		( action === 'assign' || action === 'block_number' )
	) {
		throw new Refusal( 'not_yours' );
	}
}

function refuseOthers( { request }: Loaded, by: Viewer ): void {
	const belonging = {
		ownerUserId: request.plan.owner?.userId ?? null,
		takenByUserId: takerOf( request.attempt ),
		isWaiting: ! isOver( request ),
	};
	if ( ! mayAct( belonging, by ) ) {
		throw new Refusal( 'not_yours' );
	}
}

async function actOnLoaded(
	acting: Acting,
	site: Site,
	{
		loaded,
		action,
		by,
	}: { loaded: Loaded; action: RequestAction; by: Viewer }
): Promise< string | null > {
	const { request } = loaded;
	if ( action.action === 'call_now' && isOver( request ) ) {
		return callAgain( acting, { site, loaded, byUserId: by.userId } );
	}
	if ( ! isPossible( action, request ) ) {
		throw new Refusal( 'request_not_changeable' );
	}
	if ( action.action === 'block_number' ) {
		await blockNumberOf( acting, loaded, by.userId );
		return null;
	}
	await applyCommand(
		acting,
		request.id,
		await commandFor( acting, site, { action, by } )
	);
	return null;
}

/** Where its phones ring, or they talk, there is nothing that could be done any more. */
function isPossible(
	{ action }: RequestAction,
	request: CallbackRequest
): boolean {
	switch ( action ) {
		case 'call_now':
		case 'take':
		case 'assign':
		case 'reschedule':
			return canChange( request );
		case 'cancel':
			return canCancel( request ) || request.state === 'cancelled';
		case 'handled':
			return isOver( request ) || canCancel( request );
		case 'block_number':
			return true;
		default:
			return never( action );
	}
}

async function commandFor(
	{ agents, clock }: Pick< Dependencies, 'agents' | 'clock' >,
	site: Site,
	{
		action,
		by,
	}: {
		action: Exclude< RequestAction, { action: 'block_number' } >;
		by: Viewer;
	}
): Promise< ActionCommand > {
	const byUserId = by.userId;
	switch ( action.action ) {
		case 'call_now':
			return { type: 'call_now', byUserId, newRequestId: null };
		case 'take':
			await refuseUnlessCallable( agents, site.id, byUserId );
			return { type: 'assign', userId: byUserId, byUserId, now: true };
		case 'assign':
			if ( action.userId !== null ) {
				await refuseUnlessCallable( agents, site.id, action.userId );
			}
			return {
				type: 'assign',
				userId: action.userId,
				byUserId,
				now: false,
			};
		case 'reschedule':
			return {
				type: 'reschedule',
				dueAt: possibleTime( action.dueAt, clock.now() ),
				byUserId,
			};
		case 'cancel':
			return { type: 'cancel', reason: 'by_company', byUserId };
		case 'handled':
			return {
				type: 'handle',
				outcome: action.outcome,
				note: action.note || null,
				byUserId,
			};
		default:
			return never( action );
	}
}

/** Who cannot be called is not waited for. */
async function refuseUnlessCallable(
	agents: Dependencies[ 'agents' ],
	siteId: string,
	userId: number
): Promise< void > {
	if ( ( await agents.numbers( siteId ) ).has( userId ) ) {
		return;
	}
	const known = ( await agents.names( siteId ) ).has( userId );
	throw new Refusal( known ? 'agent_without_number' : 'agent_not_found' );
}

const longestDays = 366;

function possibleTime( text: string, now: Date ): Date {
	const at = new Date( text );
	if (
		at <= now ||
		at.getTime() > now.getTime() + longestDays * 86_400_000
	) {
		throw new Refusal( 'time_not_possible', { field: 'action.dueAt' } );
	}
	return at;
}
