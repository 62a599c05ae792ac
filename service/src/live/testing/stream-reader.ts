import { liveEventSchema, type LiveEvent } from '@rappel/contract';
import { ZodError } from 'zod';

/** Reads a live stream as a browser's EventSource does, without asking again. */
export class StreamReader {
	/** What came and was not asked for yet. */
	private readonly events: LiveEvent[] = [];
	private unread = '';
	/** Everything as it was sent. */
	text = '';
	isOver = false;
	/** Why it is over: something came that is no event of ours. */
	private wrong: Error | null = null;
	private wake: () => void = () => undefined;

	private constructor(
		readonly response: Response,
		private readonly abort: AbortController
	) {
		void this.read();
	}

	static async open(
		url: string,
		headers: Record< string, string > = {}
	): Promise< StreamReader > {
		const abort = new AbortController();
		const response = await fetch( url, {
			headers,
			signal: abort.signal,
		} );
		return new StreamReader( response, abort );
	}

	/** The next event that is like this; those before it are passed over. */
	async next< T extends LiveEvent[ 'type' ] >(
		type: T,
		isIt: ( event: Extract< LiveEvent, { type: T } > ) => boolean = () =>
			true
	): Promise< Extract< LiveEvent, { type: T } > > {
		for (;;) {
			for (
				let event = this.events.shift();
				event;
				event = this.events.shift()
			) {
				if ( event.type === type ) {
					const found = event as Extract< LiveEvent, { type: T } >;
					if ( isIt( found ) ) {
						return found;
					}
				}
			}
			if ( this.isOver ) {
				throw (
					this.wrong ??
					new Error( `The stream ended without ${ type }` )
				);
			}
			await this.more();
		}
	}

	/** Resolves when the service has closed it. */
	async end(): Promise< void > {
		while ( ! this.isOver ) {
			await this.more();
		}
	}

	close(): void {
		this.abort.abort();
	}

	private more(): Promise< void > {
		return new Promise( ( resolve ) => {
			this.wake = resolve;
		} );
	}

	private async read(): Promise< void > {
		const decoder = new TextDecoder();
		try {
			for await ( const chunk of this.response.body ?? [] ) {
				this.take( decoder.decode( chunk, { stream: true } ) );
				this.wake();
			}
		} catch ( error ) {
			// Otherwise it was cut, by whichever side.
			this.wrong =
				error instanceof SyntaxError || error instanceof ZodError
					? error
					: null;
		}
		this.isOver = true;
		this.wake();
	}

	private take( text: string ): void {
		this.text += text;
		const frames = ( this.unread + text ).split( '\n\n' );
		this.unread = frames.pop() ?? '';
		for ( const frame of frames ) {
			const [ , type, data ] =
				/^event: (\w+)\ndata: (.*)$/.exec( frame ) ?? [];
			if ( data !== undefined ) {
				const event = liveEventSchema.parse( JSON.parse( data ) );
				if ( event.type !== type ) {
					throw new Error( `${ type } is said of ${ event.type }` );
				}
				this.events.push( event );
			}
		}
	}
}
