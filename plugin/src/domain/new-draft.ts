import type { Draft } from './channel-draft';

/** A new channel, before anybody typed: the contract's own defaults, and ordinary opening hours. */
export function newDraft( language: Draft[ 'language' ] ): Draft {
	return {
		name: '',
		state: 'live',
		language,
		form: {
			introduction: null,
			phoneLabel: null,
			askName: false,
			nameLabel: null,
			askNote: false,
			noteLabel: null,
			buttonLabel: null,
			confirmation: null,
			consent: null,
			consentRequired: false,
		},
		openingHours: {
			always: false,
			weekly: [ 1, 2, 3, 4, 5 ].flatMap( ( day ) => [
				{ day, from: '09:00', to: '12:00' },
				{ day, from: '14:00', to: '18:00' },
			] ),
		},
		team: [],
		calls: {
			routing: 'destination',
			checkAvailability: false,
			dialOrder: 'company_first',
			distribution: 'in_order',
			confirmation: 'mobiles',
			wrapUpSeconds: 0,
			ownerWaitMinutes: 5,
			endOnMachine: { company: false, client: false },
			clientKeys: false,
			keySeconds: 8,
			destinationNumber: null,
			callerId: null,
			waitingMessage: null,
			spokenTexts: {},
			holdMusic: 'calm',
			holdMusicUrl: null,
			voice: 'woman',
			companyRingSeconds: 25,
			clientRingSeconds: 25,
			maximumTalkSeconds: 3_600,
		},
		retries: {
			company: retry(),
			client: retry(),
			shortCallSeconds: 10,
		},
		fallback: {
			type: 'refuse',
			number: null,
			tryAgainMinutes: 10,
			tryAgainTimes: 3,
			bookingUrl: null,
		},
		queue: {
			simultaneousCalls: true,
			limit: 10,
			callsPerAgent: 1,
			maximumWaiting: 50,
			maximumWaitMinutes: 0,
			minutesBeforeClosing: 0,
			expiresAfterMinutes: 60,
			processing: true,
		},
		recording: { enabled: false, retentionDays: 90 },
		survey: { enabled: false, alertAtOrBelow: 2, recipients: [] },
		ringBack: { enabled: true, otherwise: 'message' },
		guards: {
			defaultCountry: 'FR',
			allowedCountries: [ 'FR' ],
			requestsPerNumberPerDay: 5,
			requestsPerAddressPerHour: 20,
		},
	};
}

const retry = (): Draft[ 'retries' ][ 'client' ] => ( {
	attempts: 2,
	spacingMinutes: 2,
	reasons: [ 'busy', 'no_answer', 'machine' ],
} );
