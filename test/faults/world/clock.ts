import { openSync, writeSync } from 'node:fs';

/** The one clock of a fault run; see shared-clock.mjs. It never goes back. */
export class SharedClock {
	private readonly file: number;
	private ahead = 0;

	constructor( readonly path: string ) {
		this.file = openSync( path, 'w' );
		this.write();
	}

	/** Milliseconds since 1970. */
	now(): number {
		return Date.now() + this.ahead;
	}

	jump( milliseconds: number ): void {
		this.ahead += Math.max( 0, milliseconds );
		this.write();
	}

	private write(): void {
		const bytes = Buffer.alloc( 8 );
		bytes.writeDoubleLE( this.ahead );
		writeSync( this.file, bytes, 0, 8, 0 );
	}
}
