/**
 * Stable error codes. A code never changes its meaning; a sentence may. `status` is the HTTP status both sides answer.
 */
export const errorCodes = {
	// What a person typed.
	invalid_request: 400,
	number_missing: 422,
	number_invalid: 422,
	number_country_refused: 422,
	number_type_refused: 422,
	consent_missing: 422,
	/** A code was sent by SMS to the number (or is on its way): the same request once more, with the code. */
	code_needed: 428,
	code_wrong: 422,
	code_expired: 422,
	/** Too many wrong ones: a new code must be asked for. */
	code_used_up: 422,
	/** Another code is sent after `retryAt`. */
	code_resend_too_soon: 429,
	/** The network did not take the SMS with the code. */
	code_not_sent: 409,
	// What the moment allows.
	channel_not_found: 404,
	channel_paused: 409,
	channel_closed: 409,
	channel_incomplete: 409,
	channel_closing_soon: 409,
	/** Nobody who could take the call is online. */
	nobody_available: 409,
	queue_full: 409,
	/** Somebody else took it; `alternatives` are the nearest free ones. */
	slot_taken: 409,
	/** Outside the hours, the window, the minimum delay or the steps. */
	slot_not_offered: 409,
	immediate_not_offered: 409,
	booking_not_offered: 409,
	request_already_open: 409,
	/** Somebody of the company blocked it. */
	number_blocked: 422,
	request_not_found: 404,
	request_not_cancellable: 409,
	too_many_for_number: 429,
	too_many_for_address: 429,
	daily_cap_reached: 429,
	/** The site's calls and SMS of the month cost what its owner allows. */
	spending_limit_reached: 429,
	/** No such link, or it has expired. */
	booking_not_found: 404,
	/** It is being called, over or cancelled. */
	booking_not_changeable: 409,
	agent_not_found: 404,
	/** They have no number that could be called. */
	agent_without_number: 409,
	/** Another's request, or an action for who supervises. */
	not_yours: 403,
	/** It is being called, or over: the action has nothing to act on. */
	request_not_changeable: 409,
	/** A time that has passed, or more than a year ahead. */
	time_not_possible: 422,
	/** Nobody talks in it. */
	no_call_to_join: 409,
	live_token_invalid: 401,
	blocked_number_not_found: 404,
	recording_not_found: 404,
	mail_not_configured: 409,
	mail_refused: 502,
	/** The network does not know the account, or its secret is another. */
	telephony_credentials_refused: 422,
	/** The network could not be asked. */
	telephony_unreachable: 502,
	test_call_not_found: 404,
	// Between WordPress and the service.
	signature_missing: 401,
	signature_invalid: 401,
	signature_stale: 401,
	nonce_reused: 401,
	site_unknown: 401,
	site_moved: 409,
	pairing_code_invalid: 403,
	pairing_code_expired: 403,
	contract_unsupported: 426,
	channel_version_conflict: 409,
	/** A channel whose requests are still open is not deleted. */
	channel_in_use: 409,
	too_many_requests: 429,
	payload_too_large: 413,
	not_found: 404,
	service_unavailable: 503,
	internal_error: 500,
	// Told by WordPress itself, never by the service.
	service_unreachable: 503,
	not_connected: 503,
	forbidden: 403,
} as const;

export type ErrorCode = keyof typeof errorCodes;
