import type { PresenceLog, PresenceLogQuery } from '@rappel/contract';
import type { Site } from '../sites/site.js';
import type { AgentStore } from './agent-store.js';
import type { PresenceKeeping } from './presence.js';
import type { LogPlace, PresenceLogStore } from './presence-log.js';

interface Reading {
	agents: Pick< AgentStore, 'names' >;
	presence: Pick< PresenceKeeping, 'noteEnds' >;
	log: Pick< PresenceLogStore, 'list' >;
}

/** A page of the log, the newest first. A cursor that is none of ours starts at the first page. */
export async function readPresenceLog(
	{ agents, presence, log }: Reading,
	site: Site,
	{ userId, cursor, limit }: PresenceLogQuery
): Promise< PresenceLog > {
	await presence.noteEnds( site );
	const names = await agents.names( site.id );
	const rows = await log.list( site.id, {
		userId: userId ?? null,
		before: cursor ? readCursor( cursor ) : null,
		limit: limit + 1,
	} );
	const page = rows.slice( 0, limit );
	const last = page.at( -1 );
	return {
		entries: page.map( ( entry ) => ( {
			at: entry.at.toISOString(),
			userId: entry.userId,
			agentName: names.get( entry.userId ) ?? '',
			status: entry.status,
			source: entry.source,
			byUserId: entry.byUserId,
		} ) ),
		nextCursor:
			last && rows.length > page.length ? writeCursor( last ) : null,
	};
}

function writeCursor( { at, id }: LogPlace ): string {
	return Buffer.from( `${ at.getTime() } ${ id }` ).toString( 'base64url' );
}

function readCursor( text: string ): LogPlace | null {
	const [ , time, id ] =
		/^(\d{1,15}) ([\da-f-]{36})$/.exec(
			Buffer.from( text, 'base64url' ).toString()
		) ?? [];
	return time && id ? { at: new Date( Number( time ) ), id } : null;
}
