import type { LiveEvent } from '@rappel/contract';

/** Streams that a test opens and speaks through; jsdom has none. */
export class FakeEventSource extends EventTarget {
	static opened: FakeEventSource[] = [];

	isClosed = false;

	constructor( readonly url: string ) {
		super();
		FakeEventSource.opened.push( this );
	}

	static get last(): FakeEventSource {
		return FakeEventSource.opened.at( -1 )!;
	}

	static install(): void {
		FakeEventSource.opened = [];
		window.EventSource = FakeEventSource as unknown as typeof EventSource;
	}

	close(): void {
		this.isClosed = true;
	}

	say( event: LiveEvent ): void {
		this.dispatchEvent(
			new MessageEvent( event.type, { data: JSON.stringify( event ) } )
		);
	}

	fail(): void {
		this.dispatchEvent( new Event( 'error' ) );
	}
}
