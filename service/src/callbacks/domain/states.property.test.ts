import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { stateTable, type Transition } from './states.js';
import { Scenario } from './testing/scenario.js';
import { anyStory } from './testing/stories.js';

function isInTable( from: keyof typeof stateTable, by: string, to: string ) {
	return stateTable[ from ].next.some(
		( row: Transition ) =>
			row.to === to && ( row.on as readonly string[] ).includes( by )
	);
}

describe( 'the table of states', () => {
	it( 'has every move that any order of commands makes', () => {
		const unknown = new Set< string >();
		fc.assert(
			fc.property( anyStory, ( { plan, first, steps } ) => {
				const scenario = new Scenario( { plan, ...first } );
				const begun = scenario.request.state;
				if ( ! isInTable( 'new', 'request', begun ) ) {
					unknown.add( `new – request → ${ begun }` );
				}
				let seconds = 0;
				for ( const step of steps ) {
					const command = step.command( scenario );
					const from = scenario.request.state;
					if ( ! command ) {
						continue;
					}
					scenario.when( command, ( seconds += step.pauseSeconds ) );
					const to = scenario.request.state;
					if (
						from !== to &&
						! isInTable( from, command.type, to )
					) {
						unknown.add(
							`${ from } – ${ command.type } → ${ to }`
						);
					}
				}
			} ),
			{ numRuns: 1_500 }
		);
		expect( [ ...unknown ] ).toEqual( [] );
	} );
} );
