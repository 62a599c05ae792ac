/**
 * One writer at a time, first come first served, in this process. SQLite has one writer per file and no fair queue: 50
 * concurrent IMMEDIATE transactions starve each other (48 ended in SQLITE_BUSY), one after the other all succeed.
 */
export class WriteQueue {
	private last: Promise< unknown > = Promise.resolve();

	run< T >( work: () => Promise< T > ): Promise< T > {
		const turn = this.last.then( work );
		this.last = turn.catch( () => undefined );
		return turn;
	}

	/** Resolves when everything asked for up to now is done. */
	async drained(): Promise< void > {
		await this.last;
	}
}
