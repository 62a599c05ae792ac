import { join } from 'node:path';
import { repository } from '../../../scripts/wordpress/paths.js';
import { NodeProcess } from '../../support/node-process.js';

const main = join( repository, 'service', 'dist', 'main.js' );

/** One process of the service that is started again whenever it is gone, as a supervisor does. */
export class Instance {
	private readonly process: NodeProcess;
	private wanted = true;
	private readonly supervised: Promise< void >;
	/** How often it died. */
	deaths = 0;
	stopped = false;
	/** Where it was told to kill itself, each time that it did. */
	readonly diedAt: string[] = [];
	/** Where it is to kill itself now; empty: nowhere. */
	armed = '';
	private killed = false;
	/** Whether it answers; false from its death until it has started again. */
	ready = false;

	/**
	 * @param port        On the loopback.
	 * @param environment Of the service.
	 * @param killAt      Where the next start kills itself (RAPPEL_KILL_AT); empty: nowhere.
	 */
	constructor(
		readonly port: number,
		environment: Record< string, string >,
		private readonly killAt: () => string
	) {
		this.process = new NodeProcess( main, [], {
			...environment,
			PORT: String( port ),
		} );
		this.supervised = this.supervise();
	}

	get log(): string {
		return this.process.log;
	}

	kill(): void {
		this.killed = true;
		this.process.signal( 'SIGKILL' );
	}

	/** Frozen, as by a machine that swaps: it wakes up in another time. */
	freeze(): void {
		this.stopped = true;
		this.process.signal( 'SIGSTOP' );
	}

	thaw(): void {
		this.stopped = false;
		this.process.signal( 'SIGCONT' );
	}

	/** Whether it froze itself, at a point that said so. */
	async froze(): Promise< boolean > {
		this.stopped ||= await this.process.frozen();
		return this.stopped;
	}

	async end(): Promise< void > {
		this.wanted = false;
		await this.process.end( 'SIGKILL' );
		await this.supervised;
	}

	private async supervise(): Promise< void > {
		while ( this.wanted ) {
			this.armed = this.killAt();
			this.killed = false;
			this.process.start( { RAPPEL_KILL_AT: this.armed } );
			this.stopped = false;
			const gone = this.process.gone();
			void this.untilReady();
			await gone;
			this.ready = false;
			if ( this.wanted ) {
				this.deaths += 1;
				if ( ! this.killed ) {
					this.diedAt.push( this.armed );
				}
			}
		}
	}

	/** Ready, and awake. */
	get serves(): boolean {
		return this.ready && ! this.stopped;
	}

	private async untilReady(): Promise< void > {
		const url = `http://127.0.0.1:${ this.port }/readyz`;
		while ( this.process.running && ! this.ready ) {
			const answer = await fetch( url ).catch( () => null );
			await answer?.arrayBuffer().catch( () => null );
			this.ready = answer?.ok === true && this.process.running;
			await new Promise( ( resolve ) => setTimeout( resolve, 50 ) );
		}
	}
}
