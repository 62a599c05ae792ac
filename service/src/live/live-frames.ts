import type {
	LiveAgent,
	LiveEvent,
	LiveRequest,
	LiveSnapshot,
	Viewer,
} from '@rappel/contract';
import { maskNumber } from '../guards/mask-number.js';
import type { Change, Changes, Look } from './domain/changes.js';
import { seesNumberOf, sightOf } from './domain/visibility.js';

/** How the stream's events are written: https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream */
function frame( event: LiveEvent ): string {
	return `event: ${ event.type }\ndata: ${ JSON.stringify( event ) }\n\n`;
}

export function snapshotFrame( snapshot: LiveSnapshot ): string {
	return frame( { type: 'snapshot', snapshot } );
}

/** What a viewer is shown; null: nothing. */
export function requestFor(
	request: LiveRequest,
	viewer: Viewer
): LiveRequest | null {
	const sight = sightOf( request, viewer );
	if ( sight === 'hidden' ) {
		return null;
	}
	return sight === 'whole' ? request : masked( request );
}

export function agentFor( agent: LiveAgent, viewer: Viewer ): LiveAgent {
	return seesNumberOf( agent, viewer ) ? agent : { ...agent, number: null };
}

export function lookFor( look: Look, viewer: Viewer ): Look {
	return {
		requests: look.requests.flatMap(
			( request ) => requestFor( request, viewer ) ?? []
		),
		agents: look.agents.map( ( agent ) => agentFor( agent, viewer ) ),
	};
}

function masked( request: LiveRequest ): LiveRequest {
	return { ...request, number: maskNumber( request.number ) };
}

/** Writes what changed, for one viewer after the other: what two see alike is written once. */
export function framesOf( changes: Changes ): ( viewer: Viewer ) => string {
	const written = new Map< string, string >();
	const once = ( key: string, write: () => string ) => {
		const known = written.get( key );
		if ( known !== undefined ) {
			return known;
		}
		const text = write();
		written.set( key, text );
		return text;
	};

	const requestFrame = (
		{ before, after }: Change< LiveRequest >,
		viewer: Viewer
	): string => {
		const sight = after ? sightOf( after, viewer ) : 'hidden';
		if ( after && sight !== 'hidden' ) {
			return once( `${ sight } ${ after.id }`, () =>
				frame( {
					type: 'request',
					request: sight === 'whole' ? after : masked( after ),
				} )
			);
		}
		if ( ! before || sightOf( before, viewer ) === 'hidden' ) {
			return '';
		}
		return once( `gone ${ before.id }`, () =>
			frame( {
				type: 'request_gone',
				requestId: before.id,
				version: ( after ?? before ).version,
			} )
		);
	};

	const agentFrame = (
		{ before, after }: Change< LiveAgent >,
		viewer: Viewer
	): string => {
		if ( after ) {
			const whole = seesNumberOf( after, viewer );
			return once( `agent ${ whole } ${ after.userId }`, () =>
				frame( { type: 'agent', agent: agentFor( after, viewer ) } )
			);
		}
		return before
			? once( `agent gone ${ before.userId }`, () =>
					frame( { type: 'agent_gone', userId: before.userId } )
				)
			: '';
	};

	return ( viewer ) =>
		[
			...changes.agents.map( ( change ) => agentFrame( change, viewer ) ),
			...changes.requests.map( ( change ) =>
				requestFrame( change, viewer )
			),
		].join( '' );
}
