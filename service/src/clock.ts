/** The time, as an argument: domain code and tests never read it from anywhere else. */
export interface Clock {
	now: () => Date;
}

export const systemClock: Clock = { now: () => new Date() };
