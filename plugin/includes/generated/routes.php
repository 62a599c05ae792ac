<?php
/**
 * Routes, error codes with their HTTP status, and how a call is signed.
 *
 * Written by contract/src/generate.ts: change the schema there and run it again.
 *
 * @package Rappel
 */

defined( 'ABSPATH' ) || exit;

return array(
	'service'   => array(
		'pair'                   => array(
			'method' => 'POST',
			'path'   => '/v1/pairings',
		),
		'readSite'               => array(
			'method' => 'GET',
			'path'   => '/v1/site',
		),
		'saveSite'               => array(
			'method' => 'PUT',
			'path'   => '/v1/site',
		),
		'readTelephonyAccount'   => array(
			'method' => 'GET',
			'path'   => '/v1/site/telephony',
		),
		'saveTelephonyAccount'   => array(
			'method' => 'PUT',
			'path'   => '/v1/site/telephony',
		),
		'listChannels'           => array(
			'method' => 'GET',
			'path'   => '/v1/channels',
		),
		'createChannel'          => array(
			'method' => 'POST',
			'path'   => '/v1/channels',
		),
		'readChannel'            => array(
			'method' => 'GET',
			'path'   => '/v1/channels/{channelId}',
		),
		'saveChannel'            => array(
			'method' => 'PUT',
			'path'   => '/v1/channels/{channelId}',
		),
		'deleteChannel'          => array(
			'method' => 'DELETE',
			'path'   => '/v1/channels/{channelId}',
		),
		'readReadiness'          => array(
			'method' => 'GET',
			'path'   => '/v1/channels/{channelId}/readiness',
		),
		'startTestCall'          => array(
			'method' => 'POST',
			'path'   => '/v1/channels/{channelId}/test-calls',
		),
		'readTestCall'           => array(
			'method' => 'GET',
			'path'   => '/v1/channels/{channelId}/test-calls/{testCallId}',
		),
		'readEstimate'           => array(
			'method' => 'GET',
			'path'   => '/v1/channels/{channelId}/estimate',
		),
		'readAvailability'       => array(
			'method' => 'GET',
			'path'   => '/v1/channels/{channelId}/availability',
		),
		'listSlots'              => array(
			'method' => 'GET',
			'path'   => '/v1/channels/{channelId}/slots',
		),
		'listHolidays'           => array(
			'method' => 'GET',
			'path'   => '/v1/holidays',
		),
		'listHolidayCountries'   => array(
			'method' => 'GET',
			'path'   => '/v1/holiday-countries',
		),
		'readBooking'            => array(
			'method' => 'GET',
			'path'   => '/v1/bookings/{token}',
		),
		'moveBooking'            => array(
			'method' => 'POST',
			'path'   => '/v1/bookings/{token}/slot',
		),
		'cancelBooking'          => array(
			'method' => 'POST',
			'path'   => '/v1/bookings/{token}/cancellation',
		),
		'readCalendar'           => array(
			'method' => 'GET',
			'path'   => '/v1/bookings/{token}/calendar',
		),
		'saveTextMessagesWanted' => array(
			'method' => 'POST',
			'path'   => '/v1/bookings/{token}/text-messages',
		),
		'previewTextMessage'     => array(
			'method' => 'POST',
			'path'   => '/v1/text-messages/preview',
		),
		'createRequest'          => array(
			'method' => 'POST',
			'path'   => '/v1/callback-requests',
		),
		'listRequests'           => array(
			'method' => 'GET',
			'path'   => '/v1/callback-requests',
		),
		'readRequest'            => array(
			'method' => 'GET',
			'path'   => '/v1/callback-requests/{requestId}',
		),
		'actOnRequests'          => array(
			'method' => 'POST',
			'path'   => '/v1/callback-requests/actions',
		),
		'exportRequests'         => array(
			'method' => 'GET',
			'path'   => '/v1/callback-requests/export',
		),
		'supervise'              => array(
			'method' => 'POST',
			'path'   => '/v1/callback-requests/{requestId}/supervision',
		),
		'listBlockedNumbers'     => array(
			'method' => 'GET',
			'path'   => '/v1/blocked-numbers',
		),
		'unblockNumber'          => array(
			'method' => 'DELETE',
			'path'   => '/v1/blocked-numbers/{number}',
		),
		'readResults'            => array(
			'method' => 'GET',
			'path'   => '/v1/results',
		),
		'readLive'               => array(
			'method' => 'GET',
			'path'   => '/v1/live',
		),
		'createLiveToken'        => array(
			'method' => 'POST',
			'path'   => '/v1/live-tokens',
		),
		'readStatus'             => array(
			'method' => 'GET',
			'path'   => '/v1/callback-requests/by-key/{key}',
		),
		'cancelRequest'          => array(
			'method' => 'POST',
			'path'   => '/v1/callback-requests/by-key/{key}/cancellation',
		),
		'listAgents'             => array(
			'method' => 'GET',
			'path'   => '/v1/agents',
		),
		'saveAgent'              => array(
			'method' => 'PUT',
			'path'   => '/v1/agents/{userId}',
		),
		'deleteAgent'            => array(
			'method' => 'DELETE',
			'path'   => '/v1/agents/{userId}',
		),
		'savePresence'           => array(
			'method' => 'PUT',
			'path'   => '/v1/agents/{userId}/presence',
		),
		'saveAgentHours'         => array(
			'method' => 'PUT',
			'path'   => '/v1/agents/{userId}/hours',
		),
		'saveAlertSettings'      => array(
			'method' => 'PUT',
			'path'   => '/v1/agents/{userId}/alerts',
		),
		'agentSeen'              => array(
			'method' => 'POST',
			'path'   => '/v1/agents/{userId}/sightings',
		),
		'testCall'               => array(
			'method' => 'POST',
			'path'   => '/v1/agents/{userId}/test-calls',
		),
		'readPresenceLog'        => array(
			'method' => 'GET',
			'path'   => '/v1/presence-log',
		),
		'readRecording'          => array(
			'method' => 'GET',
			'path'   => '/v1/recordings/{recordingId}',
		),
		'sendTestMail'           => array(
			'method' => 'POST',
			'path'   => '/v1/channels/{channelId}/survey-alert-test',
		),
		'readSpokenTexts'        => array(
			'method' => 'GET',
			'path'   => '/v1/spoken-texts',
		),
	),
	'wordpress' => array(
		'availability'         => array(
			'method' => 'GET',
			'path'   => '/channels/{channelId}/availability',
			'public' => true,
		),
		'listSlots'            => array(
			'method' => 'GET',
			'path'   => '/channels/{channelId}/slots',
			'public' => true,
		),
		'createRequest'        => array(
			'method' => 'POST',
			'path'   => '/callback-requests',
			'public' => true,
		),
		'readStatus'           => array(
			'method' => 'GET',
			'path'   => '/callback-requests/by-key/{key}',
			'public' => true,
		),
		'cancelRequest'        => array(
			'method' => 'POST',
			'path'   => '/callback-requests/by-key/{key}/cancellation',
			'public' => true,
		),
		'listChannelNames'     => array(
			'method' => 'GET',
			'path'   => '/channel-names',
			'public' => false,
		),
		'listChannels'         => array(
			'method' => 'GET',
			'path'   => '/channels',
			'public' => false,
		),
		'createChannel'        => array(
			'method' => 'POST',
			'path'   => '/channels',
			'public' => false,
		),
		'exportChannels'       => array(
			'method' => 'GET',
			'path'   => '/channels/export',
			'public' => false,
		),
		'importChannels'       => array(
			'method' => 'POST',
			'path'   => '/channels/import',
			'public' => false,
		),
		'readChannel'          => array(
			'method' => 'GET',
			'path'   => '/channels/{channelId}',
			'public' => false,
		),
		'saveChannel'          => array(
			'method' => 'PUT',
			'path'   => '/channels/{channelId}',
			'public' => false,
		),
		'deleteChannel'        => array(
			'method' => 'DELETE',
			'path'   => '/channels/{channelId}',
			'public' => false,
		),
		'listPlacements'       => array(
			'method' => 'GET',
			'path'   => '/placements',
			'public' => false,
		),
		'readReadiness'        => array(
			'method' => 'GET',
			'path'   => '/channels/{channelId}/readiness',
			'public' => false,
		),
		'startTestCall'        => array(
			'method' => 'POST',
			'path'   => '/channels/{channelId}/test-calls',
			'public' => false,
		),
		'readTestCall'         => array(
			'method' => 'GET',
			'path'   => '/channels/{channelId}/test-calls/{testCallId}',
			'public' => false,
		),
		'readEstimate'         => array(
			'method' => 'GET',
			'path'   => '/channels/{channelId}/estimate',
			'public' => false,
		),
		'listRequests'         => array(
			'method' => 'GET',
			'path'   => '/callback-requests',
			'public' => false,
		),
		'readRequest'          => array(
			'method' => 'GET',
			'path'   => '/callback-requests/{requestId}',
			'public' => false,
		),
		'listAgents'           => array(
			'method' => 'GET',
			'path'   => '/agents',
			'public' => false,
		),
		'savePresence'         => array(
			'method' => 'PUT',
			'path'   => '/agents/{userId}/presence',
			'public' => false,
		),
		'agentSeen'            => array(
			'method' => 'POST',
			'path'   => '/agents/{userId}/sightings',
			'public' => false,
		),
		'saveAgentHours'       => array(
			'method' => 'PUT',
			'path'   => '/agents/{userId}/hours',
			'public' => false,
		),
		'actOnRequests'        => array(
			'method' => 'POST',
			'path'   => '/callback-requests/actions',
			'public' => false,
		),
		'exportRequests'       => array(
			'method' => 'GET',
			'path'   => '/callback-requests/export',
			'public' => false,
		),
		'supervise'            => array(
			'method' => 'POST',
			'path'   => '/callback-requests/{requestId}/supervision',
			'public' => false,
		),
		'listBlockedNumbers'   => array(
			'method' => 'GET',
			'path'   => '/blocked-numbers',
			'public' => false,
		),
		'unblockNumber'        => array(
			'method' => 'DELETE',
			'path'   => '/blocked-numbers/{number}',
			'public' => false,
		),
		'readResults'          => array(
			'method' => 'GET',
			'path'   => '/results',
			'public' => false,
		),
		'readLive'             => array(
			'method' => 'GET',
			'path'   => '/live',
			'public' => false,
		),
		'createLiveToken'      => array(
			'method' => 'POST',
			'path'   => '/live-tokens',
			'public' => false,
		),
		'saveAlertSettings'    => array(
			'method' => 'PUT',
			'path'   => '/agents/{userId}/alerts',
			'public' => false,
		),
		'testCall'             => array(
			'method' => 'POST',
			'path'   => '/agents/{userId}/test-calls',
			'public' => false,
		),
		'readPresenceLog'      => array(
			'method' => 'GET',
			'path'   => '/presence-log',
			'public' => false,
		),
		'readPersonalPage'     => array(
			'method' => 'GET',
			'path'   => '/personal-page',
			'public' => false,
		),
		'createPersonalPage'   => array(
			'method' => 'POST',
			'path'   => '/personal-page',
			'public' => false,
		),
		'revokePersonalPage'   => array(
			'method' => 'DELETE',
			'path'   => '/personal-page',
			'public' => false,
		),
		'listTeamCandidates'   => array(
			'method' => 'GET',
			'path'   => '/team-candidates',
			'public' => false,
		),
		'listHolidays'         => array(
			'method' => 'GET',
			'path'   => '/holidays',
			'public' => false,
		),
		'listHolidayCountries' => array(
			'method' => 'GET',
			'path'   => '/holiday-countries',
			'public' => false,
		),
		'previewTextMessage'   => array(
			'method' => 'POST',
			'path'   => '/text-messages/preview',
			'public' => false,
		),
		'readRecording'        => array(
			'method' => 'GET',
			'path'   => '/recordings/{recordingId}',
			'public' => false,
		),
		'sendTestMail'         => array(
			'method' => 'POST',
			'path'   => '/channels/{channelId}/survey-alert-test',
			'public' => false,
		),
		'readSpokenTexts'      => array(
			'method' => 'GET',
			'path'   => '/spoken-texts',
			'public' => false,
		),
		'readConnection'       => array(
			'method' => 'GET',
			'path'   => '/connection',
			'public' => false,
		),
		'pair'                 => array(
			'method' => 'POST',
			'path'   => '/connection',
			'public' => false,
		),
		'saveSite'             => array(
			'method' => 'PUT',
			'path'   => '/connection/site',
			'public' => false,
		),
		'offerCode'            => array(
			'method' => 'POST',
			'path'   => '/connection/code',
			'public' => false,
		),
		'readTelephonyAccount' => array(
			'method' => 'GET',
			'path'   => '/telephony-account',
			'public' => false,
		),
		'saveTelephonyAccount' => array(
			'method' => 'PUT',
			'path'   => '/telephony-account',
			'public' => false,
		),
		'readSetUp'            => array(
			'method' => 'GET',
			'path'   => '/set-up',
			'public' => false,
		),
		'saveSetUp'            => array(
			'method' => 'PUT',
			'path'   => '/set-up',
			'public' => false,
		),
		'disconnect'           => array(
			'method' => 'DELETE',
			'path'   => '/connection',
			'public' => false,
		),
	),
	'errors'    => array(
		'invalid_request'               => 400,
		'number_missing'                => 422,
		'number_invalid'                => 422,
		'number_country_refused'        => 422,
		'number_type_refused'           => 422,
		'consent_missing'               => 422,
		'code_needed'                   => 428,
		'code_wrong'                    => 422,
		'code_expired'                  => 422,
		'code_used_up'                  => 422,
		'code_resend_too_soon'          => 429,
		'code_not_sent'                 => 409,
		'channel_not_found'             => 404,
		'channel_paused'                => 409,
		'channel_closed'                => 409,
		'channel_incomplete'            => 409,
		'channel_closing_soon'          => 409,
		'nobody_available'              => 409,
		'queue_full'                    => 409,
		'slot_taken'                    => 409,
		'slot_not_offered'              => 409,
		'immediate_not_offered'         => 409,
		'booking_not_offered'           => 409,
		'request_already_open'          => 409,
		'number_blocked'                => 422,
		'request_not_found'             => 404,
		'request_not_cancellable'       => 409,
		'too_many_for_number'           => 429,
		'too_many_for_address'          => 429,
		'daily_cap_reached'             => 429,
		'spending_limit_reached'        => 429,
		'booking_not_found'             => 404,
		'booking_not_changeable'        => 409,
		'agent_not_found'               => 404,
		'agent_without_number'          => 409,
		'not_yours'                     => 403,
		'request_not_changeable'        => 409,
		'time_not_possible'             => 422,
		'no_call_to_join'               => 409,
		'live_token_invalid'            => 401,
		'blocked_number_not_found'      => 404,
		'recording_not_found'           => 404,
		'mail_not_configured'           => 409,
		'mail_refused'                  => 502,
		'telephony_credentials_refused' => 422,
		'telephony_unreachable'         => 502,
		'test_call_not_found'           => 404,
		'signature_missing'             => 401,
		'signature_invalid'             => 401,
		'signature_stale'               => 401,
		'nonce_reused'                  => 401,
		'site_unknown'                  => 401,
		'site_moved'                    => 409,
		'pairing_code_invalid'          => 403,
		'pairing_code_expired'          => 403,
		'contract_unsupported'          => 426,
		'channel_version_conflict'      => 409,
		'channel_in_use'                => 409,
		'too_many_requests'             => 429,
		'payload_too_large'             => 413,
		'not_found'                     => 404,
		'service_unavailable'           => 503,
		'internal_error'                => 500,
		'service_unreachable'           => 503,
		'not_connected'                 => 503,
		'forbidden'                     => 403,
	),
	'signature' => array(
		'version'          => 1,
		'toleranceSeconds' => 300,
		'headers'          => array(
			'site'      => 'rappel-site',
			'timestamp' => 'rappel-timestamp',
			'nonce'     => 'rappel-nonce',
			'home'      => 'rappel-home',
			'contract'  => 'rappel-contract',
			'signature' => 'rappel-signature',
		),
	),
);
