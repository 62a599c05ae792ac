/** Work that outlives a request and a process. Written in the transaction of the state change it belongs to. */
export interface Jobs {
	/**
	 * Says what a name does. Before `start`.
	 *
	 * The handler runs at least once: it loads the state again and does nothing when there is nothing to do. It throws to be
	 * tried again.
	 */
	define: < D extends object >(
		name: string,
		handler: ( data: D ) => Promise< void >,
		options?: JobOptions
	) => void;
	/** Joins the current transaction; starts at once after its commit in this process. `data` holds ids only. */
	now: < D extends object >( name: string, data: D ) => Promise< void >;
	/** Joins the current transaction; runs at the instant or as soon after it as a process is there to do it. */
	at: < D extends object >(
		instant: Date,
		name: string,
		data: D
	) => Promise< void >;
	start: () => Promise< void >;
	/** Takes no more jobs, waits up to 10 s for running handlers, and gives unfinished ones back. */
	stop: () => Promise< void >;
	/** Whether `start` has been called and `stop` has not. */
	readonly running: boolean;
}

export interface JobOptions {
	/** How many of this name run at the same time in one process. Default 10. */
	concurrency?: number;
	/** After so many seconds another process may take the job over: longer than the handler ever needs. Default 60. */
	lockSeconds?: number;
	/** How often a handler that threw is tried again (1 s, 2 s, 4 s, … with jitter). Default 5; 0 is never. */
	retries?: number;
}
