/** Every route of the service that WordPress calls. `{name}` is a path parameter. */
export const serviceRoutes = {
	pair: { method: 'POST', path: '/v1/pairings' },
	readSite: { method: 'GET', path: '/v1/site' },
	saveSite: { method: 'PUT', path: '/v1/site' },
	readTelephonyAccount: { method: 'GET', path: '/v1/site/telephony' },
	saveTelephonyAccount: { method: 'PUT', path: '/v1/site/telephony' },
	listChannels: { method: 'GET', path: '/v1/channels' },
	/** ?checkOnly=true */
	createChannel: { method: 'POST', path: '/v1/channels' },
	readChannel: { method: 'GET', path: '/v1/channels/{channelId}' },
	saveChannel: { method: 'PUT', path: '/v1/channels/{channelId}' },
	/** ?cancelOpen=true */
	deleteChannel: { method: 'DELETE', path: '/v1/channels/{channelId}' },
	readReadiness: {
		method: 'GET',
		path: '/v1/channels/{channelId}/readiness',
	},
	startTestCall: {
		method: 'POST',
		path: '/v1/channels/{channelId}/test-calls',
	},
	readTestCall: {
		method: 'GET',
		path: '/v1/channels/{channelId}/test-calls/{testCallId}',
	},
	readEstimate: { method: 'GET', path: '/v1/channels/{channelId}/estimate' },
	readAvailability: {
		method: 'GET',
		path: '/v1/channels/{channelId}/availability',
	},
	listSlots: { method: 'GET', path: '/v1/channels/{channelId}/slots' },
	listHolidays: { method: 'GET', path: '/v1/holidays' },
	listHolidayCountries: { method: 'GET', path: '/v1/holiday-countries' },
	/** By the token of the link that the visitor got. */
	readBooking: { method: 'GET', path: '/v1/bookings/{token}' },
	moveBooking: { method: 'POST', path: '/v1/bookings/{token}/slot' },
	cancelBooking: {
		method: 'POST',
		path: '/v1/bookings/{token}/cancellation',
	},
	/** text/calendar: RFC 5545. */
	readCalendar: { method: 'GET', path: '/v1/bookings/{token}/calendar' },
	saveTextMessagesWanted: {
		method: 'POST',
		path: '/v1/bookings/{token}/text-messages',
	},
	previewTextMessage: { method: 'POST', path: '/v1/text-messages/preview' },
	createRequest: { method: 'POST', path: '/v1/callback-requests' },
	listRequests: { method: 'GET', path: '/v1/callback-requests' },
	readRequest: { method: 'GET', path: '/v1/callback-requests/{requestId}' },
	actOnRequests: { method: 'POST', path: '/v1/callback-requests/actions' },
	/** text/csv: what the filter finds, the newest first. */
	exportRequests: { method: 'GET', path: '/v1/callback-requests/export' },
	supervise: {
		method: 'POST',
		path: '/v1/callback-requests/{requestId}/supervision',
	},
	listBlockedNumbers: { method: 'GET', path: '/v1/blocked-numbers' },
	unblockNumber: { method: 'DELETE', path: '/v1/blocked-numbers/{number}' },
	readResults: { method: 'GET', path: '/v1/results' },
	/** What the stream begins with, for who polls: ?userId=&supervises= */
	readLive: { method: 'GET', path: '/v1/live' },
	createLiveToken: { method: 'POST', path: '/v1/live-tokens' },
	readStatus: { method: 'GET', path: '/v1/callback-requests/by-key/{key}' },
	cancelRequest: {
		method: 'POST',
		path: '/v1/callback-requests/by-key/{key}/cancellation',
	},
	listAgents: { method: 'GET', path: '/v1/agents' },
	saveAgent: { method: 'PUT', path: '/v1/agents/{userId}' },
	deleteAgent: { method: 'DELETE', path: '/v1/agents/{userId}' },
	savePresence: { method: 'PUT', path: '/v1/agents/{userId}/presence' },
	saveAgentHours: { method: 'PUT', path: '/v1/agents/{userId}/hours' },
	saveAlertSettings: { method: 'PUT', path: '/v1/agents/{userId}/alerts' },
	agentSeen: { method: 'POST', path: '/v1/agents/{userId}/sightings' },
	testCall: { method: 'POST', path: '/v1/agents/{userId}/test-calls' },
	readPresenceLog: { method: 'GET', path: '/v1/presence-log' },
	readRecording: { method: 'GET', path: '/v1/recordings/{recordingId}' },
	sendTestMail: {
		method: 'POST',
		path: '/v1/channels/{channelId}/survey-alert-test',
	},
	/** The default of every spoken sentence in a language, for the editor: ?language=fr */
	readSpokenTexts: { method: 'GET', path: '/v1/spoken-texts' },
} as const;

/** The same things as the browser asks WordPress, under /wp-json/rappel/v1. */
export const wordpressRoutes = {
	availability: {
		method: 'GET',
		path: '/channels/{channelId}/availability',
		public: true,
	},
	listSlots: {
		method: 'GET',
		path: '/channels/{channelId}/slots',
		public: true,
	},
	createRequest: { method: 'POST', path: '/callback-requests', public: true },
	readStatus: {
		method: 'GET',
		path: '/callback-requests/by-key/{key}',
		public: true,
	},
	cancelRequest: {
		method: 'POST',
		path: '/callback-requests/by-key/{key}/cancellation',
		public: true,
	},
	listChannelNames: { method: 'GET', path: '/channel-names', public: false },
	listChannels: { method: 'GET', path: '/channels', public: false },
	createChannel: { method: 'POST', path: '/channels', public: false },
	/** Channels as a file: ?ids=…,… for some of them. */
	exportChannels: {
		method: 'GET',
		path: '/channels/export',
		public: false,
	},
	importChannels: {
		method: 'POST',
		path: '/channels/import',
		public: false,
	},
	readChannel: {
		method: 'GET',
		path: '/channels/{channelId}',
		public: false,
	},
	saveChannel: {
		method: 'PUT',
		path: '/channels/{channelId}',
		public: false,
	},
	deleteChannel: {
		method: 'DELETE',
		path: '/channels/{channelId}',
		public: false,
	},
	/** Where blocks and shortcodes with a channel stand. */
	listPlacements: { method: 'GET', path: '/placements', public: false },
	readReadiness: {
		method: 'GET',
		path: '/channels/{channelId}/readiness',
		public: false,
	},
	startTestCall: {
		method: 'POST',
		path: '/channels/{channelId}/test-calls',
		public: false,
	},
	readTestCall: {
		method: 'GET',
		path: '/channels/{channelId}/test-calls/{testCallId}',
		public: false,
	},
	readEstimate: {
		method: 'GET',
		path: '/channels/{channelId}/estimate',
		public: false,
	},
	listRequests: { method: 'GET', path: '/callback-requests', public: false },
	readRequest: {
		method: 'GET',
		path: '/callback-requests/{requestId}',
		public: false,
	},
	listAgents: { method: 'GET', path: '/agents', public: false },
	savePresence: {
		method: 'PUT',
		path: '/agents/{userId}/presence',
		public: false,
	},
	/** My own, by the presence menu: every 15 s, and when its page is seen again. */
	agentSeen: {
		method: 'POST',
		path: '/agents/{userId}/sightings',
		public: false,
	},
	saveAgentHours: {
		method: 'PUT',
		path: '/agents/{userId}/hours',
		public: false,
	},
	actOnRequests: {
		method: 'POST',
		path: '/callback-requests/actions',
		public: false,
	},
	exportRequests: {
		method: 'GET',
		path: '/callback-requests/export',
		public: false,
	},
	supervise: {
		method: 'POST',
		path: '/callback-requests/{requestId}/supervision',
		public: false,
	},
	listBlockedNumbers: {
		method: 'GET',
		path: '/blocked-numbers',
		public: false,
	},
	unblockNumber: {
		method: 'DELETE',
		path: '/blocked-numbers/{number}',
		public: false,
	},
	readResults: { method: 'GET', path: '/results', public: false },
	readLive: { method: 'GET', path: '/live', public: false },
	createLiveToken: { method: 'POST', path: '/live-tokens', public: false },
	saveAlertSettings: {
		method: 'PUT',
		path: '/agents/{userId}/alerts',
		public: false,
	},
	testCall: {
		method: 'POST',
		path: '/agents/{userId}/test-calls',
		public: false,
	},
	readPresenceLog: { method: 'GET', path: '/presence-log', public: false },
	/** The link of my personal page: read without its address, made anew, revoked. */
	readPersonalPage: { method: 'GET', path: '/personal-page', public: false },
	createPersonalPage: {
		method: 'POST',
		path: '/personal-page',
		public: false,
	},
	revokePersonalPage: {
		method: 'DELETE',
		path: '/personal-page',
		public: false,
	},
	/** WordPress users who could join a team: ?search= */
	listTeamCandidates: {
		method: 'GET',
		path: '/team-candidates',
		public: false,
	},
	listHolidays: { method: 'GET', path: '/holidays', public: false },
	listHolidayCountries: {
		method: 'GET',
		path: '/holiday-countries',
		public: false,
	},
	previewTextMessage: {
		method: 'POST',
		path: '/text-messages/preview',
		public: false,
	},
	readRecording: {
		method: 'GET',
		path: '/recordings/{recordingId}',
		public: false,
	},
	sendTestMail: {
		method: 'POST',
		path: '/channels/{channelId}/survey-alert-test',
		public: false,
	},
	readSpokenTexts: { method: 'GET', path: '/spoken-texts', public: false },
	readConnection: { method: 'GET', path: '/connection', public: false },
	pair: { method: 'POST', path: '/connection', public: false },
	saveSite: { method: 'PUT', path: '/connection/site', public: false },
	/** A code made by WordPress, which a service that is being deployed is given. */
	offerCode: { method: 'POST', path: '/connection/code', public: false },
	readTelephonyAccount: {
		method: 'GET',
		path: '/telephony-account',
		public: false,
	},
	saveTelephonyAccount: {
		method: 'PUT',
		path: '/telephony-account',
		public: false,
	},
	/** Which steps of the set-up are done, skipped or next. */
	readSetUp: { method: 'GET', path: '/set-up', public: false },
	saveSetUp: { method: 'PUT', path: '/set-up', public: false },
	disconnect: { method: 'DELETE', path: '/connection', public: false },
} as const;
