export interface StartedLab {
	url: string;
	close: () => Promise< void >;
}

/** Not a literal: the service is built without the phone lab, and only its tests need one. */
const phoneLab: string = '@rappel/phone-lab';

/** A phone lab on a free port; `npm run build` must have built it. */
export async function startedPhoneLab(
	account: {
		accountSid: string;
		authToken: string;
	},
	/** Others may ring these; see the lab's `incomingNumbers`. */
	incomingNumbers: Array< { number: string } > = []
): Promise< StartedLab > {
	const { startPhoneLab } = ( await import( phoneLab ) ) as {
		startPhoneLab: ( options: object ) => Promise< StartedLab >;
	};
	return startPhoneLab( { port: 0, incomingNumbers, ...account } );
}
