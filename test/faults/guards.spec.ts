import { expect, test } from '@playwright/test';
import { guards } from '../../service/src/callbacks/sabotage.js';
import { faultRun } from './fault-run.js';
import { provocations } from './sabotage.js';
import { zerosOf } from './verdict.js';

/** The zeros mean something only if they break as soon as what holds them is gone. */
for ( const guard of guards ) {
	test( `without ${ guard } the zeros do not hold [N01]`, async () => {
		const run = await faultRun( {
			seed: 7,
			runs: 150,
			inFlight: 16,
			sabotage: guard,
			...provocations[ guard ],
			untilBroken: true,
		} );
		expect(
			Object.values( zerosOf( run ) ).some( ( zero ) => zero > 0 ),
			`something goes wrong:\n${ JSON.stringify( run.outcomes ) }\n${ run.log.slice( -4_000 ) }`
		).toBe( true );
	} );
}
