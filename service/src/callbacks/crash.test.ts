import { beforeEach, describe, expect, it } from '@jest/globals';
import type { ChannelSettingsInput } from '@rappel/contract';
import { onEachDatabase } from '../persistence/testing/each-database.js';
import { killPoints, type KillPointName } from './kill-point.js';
import { ProcessDied, ServiceUnderTest } from './testing/service-under-test.js';

type Step = ( service: ServiceUnderTest ) => Promise< unknown >;

/** One whole callback, told as what the visitor and the network do; each step may find the process dead and is not repeated. */
const steps: Step[] = [
	( service ) => service.submit(),
	( service ) => service.jobs.run(),
	( service ) => service.tell( 'company', 'ringing' ),
	( service ) => service.answer( 'company' ),
	( service ) => service.room( 'company', 'entered' ),
	( service ) => service.jobs.run(),
	( service ) => service.tell( 'client', 'ringing' ),
	( service ) => service.answer( 'client' ),
	( service ) => service.room( 'client', 'entered' ),
	( service ) => service.room( 'client', 'hung_up' ),
	( service ) => service.tell( 'client', 'completed' ),
	( service ) => service.tell( 'company', 'completed' ),
];

async function unlessDead(
	service: ServiceUnderTest,
	step: Step
): Promise< boolean > {
	try {
		await step( service );
		return false;
	} catch ( error ) {
		if ( ! ( error instanceof ProcessDied ) ) {
			throw error;
		}
		service.restart();
		return true;
	}
}

/** What the network can still say after a death: it does not speak of calls that it never got. */
const afterDeath =
	( step: Step ): Step =>
	async ( service ) => {
		try {
			await step( service );
		} catch ( error ) {
			if (
				error instanceof ProcessDied ||
				! ( error instanceof Error ) ||
				! /was not called|no request/i.test( error.message )
			) {
				throw error;
			}
		}
	};

interface Story {
	settings?: Partial< ChannelSettingsInput >;
	steps: Step[];
}

/** A failure is the last: nobody is called again after the story. */
const onceOnly = {
	retries: { company: { attempts: 1 }, client: { attempts: 1 } },
};

/** Points that the story above does not pass have one of their own. */
function storyOf( name: KillPointName ): Story {
	const [ kind = '', what = '' ] = name.split( ':' );
	const point = kind === 'webhook' ? what : kind;
	return stories[ point ] ?? { steps };
}

const stories: Record< string, Story > = {
	effect: {
		steps: [
			...steps.slice( 0, 7 ),
			( service ) => service.tell( 'client', 'busy' ),
			( service ) => service.jobs.run(),
			( service ) => service.tell( 'company', 'completed' ),
		],
	},
	after_room: {
		steps: [
			...steps.slice( 0, 10 ),
			( service ) => service.leaveRoom( 'company' ),
			...steps.slice( 10 ),
		],
	},
	key: {
		settings: { calls: { confirmation: 'always' } },
		steps: [
			...steps.slice( 0, 4 ),
			( service ) => service.press( 'company', 'confirm', '1' ),
			...steps.slice( 4 ),
		],
	},
	machine: {
		settings: { calls: { endOnMachine: { company: true } } },
		steps: [
			...steps.slice( 0, 4 ),
			( service ) => service.judge( 'company', 'human' ),
			...steps.slice( 4 ),
		],
	},
	incoming: {
		settings: { queue: { processing: false } },
		steps: [
			( service ) => service.submit(),
			( service ) =>
				service.saveSettings( { queue: { processing: true } } ),
			( service ) => service.ringIn(),
			( service ) => service.jobs.run(),
			( service ) => service.answer( 'company' ),
			( service ) => service.tell( 'company', 'completed' ),
		],
	},
	voicemail: {
		settings: { fallback: { type: 'voicemail' } },
		steps: [
			( service ) => service.submit(),
			( service ) => service.jobs.run(),
			( service ) => service.tell( 'company', 'no_answer' ),
			( service ) => service.jobs.run(),
			( service ) => service.answer( 'client' ),
			( service ) => service.leaveMessage( 'client' ),
			( service ) => service.tell( 'client', 'completed' ),
		],
	},
	recording: {
		settings: { recording: { enabled: true } },
		steps: [
			...steps.slice( 0, 8 ),
			( service ) => service.press( 'client', 'recording', '1' ),
			...steps.slice( 8 ),
			( service ) => service.recorded( 'client' ),
		],
	},
	seek: {
		settings: { fallback: { type: 'call_number', number: '+33123456788' } },
		steps: [
			( service ) => service.submit(),
			( service ) => service.jobs.run(),
			( service ) => service.tell( 'company', 'no_answer' ),
			( service ) => service.jobs.run(),
			...steps.slice( 3 ),
		],
	},
	queue: {
		settings: { queue: { simultaneousCalls: false } },
		steps: [
			( service ) => service.submit( { number: '0612345670' } ),
			( service ) => service.jobs.run(),
			( service ) => service.submit(),
			( service ) => service.jobs.run(),
			( service ) => service.tell( 'company', 'busy' ),
			( service ) => service.jobs.run(),
			...steps.slice( 3 ),
		],
	},
};
stories.record = stories.recording ?? { steps };

/** Those of bookings are in bookings/crash.test.ts, those of the company's actions in actions.test.ts. */
const pointsOfCalls = killPoints.filter(
	( name ) => ! /^(book|move|act|call-again):/.test( name )
);

onEachDatabase( 'a process that is killed', ( open ) => {
	let service: ServiceUnderTest;
	const start = async ( settings: Story[ 'settings' ] = {} ) => {
		service = await ServiceUnderTest.start( open(), {
			...onceOnly,
			...settings,
		} );
	};
	beforeEach( () => start() );

	describe.each( pointsOfCalls )( 'at %s', ( name ) => {
		it( 'loses no request and calls nobody twice [N01]', async () => {
			let died = false;
			const story = storyOf( name );
			await start( story.settings );
			service.killAt( name );
			for ( const step of story.steps ) {
				died =
					( await unlessDead( service, afterDeath( step ) ) ) || died;
			}
			expect( died ).toBe( true );

			if ( name === 'create:before-commit' ) {
				// The visitor never got an answer, and nothing is half there: they, or WordPress, send it again.
				expect( await service.requestId() ).toBe( '' );
				await service.submit();
			}
			// The phones are put down, and nothing more is told.
			await service.pass( 30 );
			for ( const call of service.telephony.calls ) {
				if ( call.endedAt === null ) {
					service.telephony.set( call.callSid, 'completed' );
				}
			}
			await service.pass( 900 );

			const detail = await service.detail();
			expect( [ 'done', 'failed' ] ).toContain( detail.state );
			const legs = detail.attemptsMade.flatMap(
				( attempt ) => attempt.legs
			);
			for ( const leg of legs ) {
				expect(
					service.telephony.callsOf( leg.id ).length
				).toBeLessThanOrEqual( 1 );
			}
			expect( service.table.entries ).toEqual( [] );
			// Nobody holds a place any more.
			expect( await service.seatsTaken() ).toBe( 0 );
			// The number is free for the next request.
			expect( ( await service.submit() ).created ).toBe( true );
		} );
	} );

	it( 'takes up a request whose process died between commit and job', async () => {
		service.killAt( 'create:after-commit' );
		await unlessDead( service, ( one ) => one.submit() );
		await service.jobs.run();
		expect( service.telephony.calls ).toHaveLength( 1 );
	} );

	it( 'recognises the call that the dead process placed, and goes on with it', async () => {
		await service.submit();
		service.killAt( 'dial:after-send' );
		await unlessDead( service, ( one ) => one.jobs.run() );
		await service.jobs.run();
		expect( service.telephony.sent ).toBe( 1 );
		await service.pass( 20 );
		expect(
			( await service.detail() ).timeline.map( ( one ) => one.type )
		).toEqual( expect.arrayContaining( [ 'dial_unknown', 'reconciled' ] ) );
		expect( await service.answer( 'company' ) ).toMatchObject( {
			type: 'wait_in_room',
		} );
		expect( service.telephony.sent ).toBe( 2 );
	} );

	it( 'learns at once that a conversation ended while the service was away', async () => {
		for ( const step of steps.slice( 0, 9 ) ) {
			await step( service );
		}
		expect( ( await service.detail() ).state ).toBe( 'talking' );
		service.now = new Date( service.now.getTime() + 30_000 );
		for ( const party of [ 'client', 'company' ] as const ) {
			service.telephony.set(
				service.callTo( party ).callSid,
				'completed'
			);
		}
		service.now = new Date( service.now.getTime() + 60_000 );
		service.restart();
		await service.callbacks.takeUp();
		await service.jobs.run();
		expect( await service.detail() ).toMatchObject( {
			state: 'done',
			talkSeconds: 30,
		} );
	} );

	it( 'does not ring the client for a company that left while the service was away', async () => {
		await service.submit();
		await service.jobs.run();
		service.killAt( 'webhook:voice:after-commit' );
		await unlessDead( service, ( one ) => one.answer( 'company' ) );
		service.telephony.set(
			service.callTo( 'company' ).callSid,
			'completed'
		);
		service.now = new Date( service.now.getTime() + 60_000 );
		await service.jobs.run();
		expect( service.telephony.sent ).toBe( 1 );
		expect( ( await service.detail() ).failureReason ).toBe(
			'company_hung_up'
		);
	} );
} );
