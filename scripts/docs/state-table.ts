// Writes docs/call-states.md from the table of states of the domain.
//   npx tsx scripts/docs/state-table.ts            writes
//   npx tsx scripts/docs/state-table.ts --check    writes nothing; ends with 1 when the page is stale
import { legTable } from '../../service/src/callbacks/domain/leg-states.js';
import { stateTable } from '../../service/src/callbacks/domain/states.js';
import { putDocument, table } from './put-document.js';

const [ , ...states ] = Object.entries( stateTable );

await putDocument(
	'call-states.md',
	`# The states of a call

Generated from \`service/src/callbacks/domain/states.ts\` and \`leg-states.ts\` by \`npm run docs:generate\`. Their tests hold both tables
against what \`decide\` and \`evolve\` do, both ways: each row has a scenario, and no order of commands makes a move that is not here.

## A request

${ table(
	[ 'state', 'what it means', 'at the latest' ],
	states.map( ( [ state, { means, deadline } ] ) => [
		state,
		means,
		deadline || '—',
	] )
) }

### What may happen, and what comes next

${ table(
	[ 'state', 'what happens', 'next', 'told by' ],
	Object.entries( stateTable ).flatMap( ( [ state, { next } ] ) =>
		next.map( ( { when, to, on } ) => [ state, when, to, on.join( ', ' ) ] )
	)
) }

Nothing leaves done, failed, cancelled, expired and overdue. Nothing is in any other state for ever: its patience, its calls’
deadlines and the reconciler see to it.

## A leg

${ table(
	[ 'state', 'event', 'next', 'at the latest' ],
	legTable.map( ( { from, on, to, deadline } ) => [ from, on, to, deadline ] )
) }

Any other event leaves a leg where it is. Ranks only rise, but for \`leg_put_back\`: the network did not process the order, for certain.
`
);
