export type ClockMode = 'real' | 'virtual';

export interface ClockState {
	mode: ClockMode;
	/** Virtual: the instant it stands at. */
	nowMilliseconds: number;
	/** Real: how far it runs ahead of the machine's clock, after virtual time went further. Time never goes back. */
	offsetMilliseconds: number;
}

/** The lab's time. All of the lab asks it and nothing asks the machine, so that a test can move it. */
export class Clock {
	constructor(
		readonly state: ClockState = {
			mode: 'real',
			nowMilliseconds: 0,
			offsetMilliseconds: 0,
		},
		private readonly machineNow: () => number = Date.now
	) {}

	now(): number {
		return this.state.mode === 'virtual'
			? this.state.nowMilliseconds
			: this.machineNow() + this.state.offsetMilliseconds;
	}

	setMode( mode: ClockMode ): void {
		const now = this.now();
		this.state.offsetMilliseconds = Math.max( 0, now - this.machineNow() );
		this.state.nowMilliseconds = now;
		this.state.mode = mode;
	}

	/** Moves a virtual clock; never backwards. */
	moveTo( instant: number ): void {
		this.state.nowMilliseconds = Math.max(
			this.state.nowMilliseconds,
			instant
		);
	}
}
