import type { LiveAgent, LiveRequest, Viewer } from '@rappel/contract';

/** masked: without the visitor's number. */
export type Sight = 'whole' | 'masked' | 'hidden';

/** Nobody has taken these yet, or nobody could: any agent may. */
const untaken: ReadonlySet< LiveRequest[ 'state' ] > = new Set( [
	'scheduled',
	'queued',
	'calling_company',
	'calling_client',
	'failed',
	'expired',
	'overdue',
] );

/** Who supervises sees everything; an agent their own whole, what waits without its number, and nothing of colleagues' calls. */
export function sightOf( request: LiveRequest, viewer: Viewer ): Sight {
	if ( viewer.supervises || isTheirs( request, viewer.userId ) ) {
		return 'whole';
	}
	return request.takenByUserId === null && untaken.has( request.state )
		? 'masked'
		: 'hidden';
}

/** It waits for them, they took it, or it rings them. */
export function isTheirs(
	{
		ownerUserId,
		takenByUserId,
		calledUserIds,
	}: Pick< LiveRequest, 'ownerUserId' | 'takenByUserId' | 'calledUserIds' >,
	userId: number
): boolean {
	return (
		ownerUserId === userId ||
		takenByUserId === userId ||
		calledUserIds.includes( userId )
	);
}

/** A colleague's own number is for who supervises. */
export function seesNumberOf( agent: LiveAgent, viewer: Viewer ): boolean {
	return viewer.supervises || agent.userId === viewer.userId;
}
