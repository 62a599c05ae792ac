import type { Viewer } from '@rappel/contract';

/** Whose a request is: what decides who may see it whole and act on it. */
export interface Belonging {
	/** Whom it waits for; null: anybody. */
	ownerUserId: number | null;
	/** Who took the call; null: nobody. */
	takenByUserId: number | null;
	/** It is open, or was missed and nobody handled it. */
	isWaiting: boolean;
}

/** Seen whole, its number too. */
export function isTheirs(
	{ ownerUserId, takenByUserId }: Belonging,
	userId: number
): boolean {
	return ownerUserId === userId || takenByUserId === userId;
}

/** Who supervises sees everything; an agent sees what is theirs, and, with its number masked, what waits for anybody. */
export function maySee( request: Belonging, viewer: Viewer ): boolean {
	return (
		viewer.supervises ||
		isTheirs( request, viewer.userId ) ||
		( request.isWaiting && isNobodys( request ) )
	);
}

/** Agents act on what is theirs or nobody's. */
export function mayAct( request: Belonging, viewer: Viewer ): boolean {
	return (
		viewer.supervises ||
		isTheirs( request, viewer.userId ) ||
		isNobodys( request )
	);
}

/** Whether the number is shown whole. */
export function maySeeNumber( request: Belonging, viewer: Viewer ): boolean {
	return viewer.supervises || isTheirs( request, viewer.userId );
}

function isNobodys( { ownerUserId, takenByUserId }: Belonging ): boolean {
	return ownerUserId === null && takenByUserId === null;
}
