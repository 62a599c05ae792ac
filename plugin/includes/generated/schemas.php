<?php
/**
 * JSON Schema of what is sent, in the words that WordPress knows.
 *
 * Written by contract/src/generate.ts: change the schema there and run it again.
 *
 * @package Rappel
 */

defined( 'ABSPATH' ) || exit;

return array(
	'visitorSubmission'    => array(
		'type'       => 'object',
		'properties' => array(
			'key'        => array(
				'type'    => 'string',
				'format'  => 'uuid',
				'pattern' => '^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$',
			),
			'channelId'  => array(
				'type'    => 'string',
				'format'  => 'uuid',
				'pattern' => '^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$',
			),
			'number'     => array(
				'type'      => 'string',
				'minLength' => 1,
				'maxLength' => 40,
			),
			'name'       => array(
				'type'      => 'string',
				'maxLength' => 80,
			),
			'note'       => array(
				'type'      => 'string',
				'maxLength' => 300,
			),
			'consent'    => array(
				'type' => 'boolean',
			),
			'slot'       => array(
				'type'    => array( 'string', 'null' ),
				'format'  => 'date-time',
				'pattern' => '^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))T(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z))$',
			),
			'code'       => array(
				'type'      => 'string',
				'maxLength' => 12,
			),
			'resendCode' => array(
				'type' => 'boolean',
			),
			'timeZone'   => array(
				'type'      => 'string',
				'minLength' => 1,
				'maxLength' => 64,
			),
			'pageUrl'    => array(
				'type'      => 'string',
				'maxLength' => 2000,
			),
			'pageTitle'  => array(
				'type'      => 'string',
				'maxLength' => 300,
			),
			'language'   => array(
				'type'      => 'string',
				'maxLength' => 20,
			),
		),
		'required'   => array( 'key', 'channelId', 'number' ),
	),
	'createRequest'        => array(
		'type'       => 'object',
		'properties' => array(
			'key'            => array(
				'type'    => 'string',
				'format'  => 'uuid',
				'pattern' => '^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$',
			),
			'channelId'      => array(
				'type'    => 'string',
				'format'  => 'uuid',
				'pattern' => '^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$',
			),
			'number'         => array(
				'type'      => 'string',
				'minLength' => 1,
				'maxLength' => 40,
			),
			'name'           => array(
				'default'   => null,
				'type'      => array( 'string', 'null' ),
				'maxLength' => 80,
			),
			'note'           => array(
				'default'   => null,
				'type'      => array( 'string', 'null' ),
				'maxLength' => 300,
			),
			'consent'        => array(
				'default' => false,
				'type'    => 'boolean',
			),
			'consentText'    => array(
				'default'   => null,
				'type'      => array( 'string', 'null' ),
				'maxLength' => 600,
			),
			'language'       => array(
				'default' => 'fr',
				'type'    => 'string',
				'enum'    => array( 'en', 'fr', 'es', 'de', 'it' ),
			),
			'timeZone'       => array(
				'default'   => null,
				'type'      => array( 'string', 'null' ),
				'minLength' => 1,
				'maxLength' => 64,
			),
			'pageUrl'        => array(
				'default'   => null,
				'type'      => array( 'string', 'null' ),
				'maxLength' => 2000,
			),
			'pageTitle'      => array(
				'default'   => null,
				'type'      => array( 'string', 'null' ),
				'maxLength' => 300,
			),
			'visitorAddress' => array(
				'type'      => 'string',
				'maxLength' => 64,
			),
			'requestedAt'    => array(
				'type'    => 'string',
				'format'  => 'date-time',
				'pattern' => '^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))T(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z))$',
			),
			'slot'           => array(
				'default' => null,
				'type'    => array( 'string', 'null' ),
				'format'  => 'date-time',
				'pattern' => '^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))T(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z))$',
			),
			'ownerUserId'    => array(
				'default' => null,
				'type'    => array( 'integer', 'null' ),
				'minimum' => 1,
			),
			'code'           => array(
				'default'   => null,
				'type'      => array( 'string', 'null' ),
				'maxLength' => 12,
			),
			'resendCode'     => array(
				'default' => false,
				'type'    => 'boolean',
			),
			'kept'           => array(
				'default' => false,
				'type'    => 'boolean',
			),
			'withoutScript'  => array(
				'default' => false,
				'type'    => 'boolean',
			),
		),
		'required'   => array( 'key', 'channelId', 'number', 'visitorAddress', 'requestedAt' ),
	),
	'cancelRequest'        => array(
		'type'       => 'object',
		'properties' => array(
			'reason'   => array(
				'default' => 'changed_mind',
				'type'    => 'string',
				'enum'    => array( 'changed_mind', 'wrong_number' ),
			),
			'language' => array(
				'default' => 'fr',
				'type'    => 'string',
				'enum'    => array( 'en', 'fr', 'es', 'de', 'it' ),
			),
		),
	),
	'listRequestsQuery'    => array(
		'type'       => 'object',
		'properties' => array(
			'channelId'   => array(
				'type'    => 'string',
				'format'  => 'uuid',
				'pattern' => '^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$',
			),
			'state'       => array(
				'type' => 'string',
				'enum' => array(
					'scheduled',
					'queued',
					'calling_company',
					'calling_client',
					'talking',
					'surveying',
					'leaving_message',
					'done',
					'failed',
					'cancelled',
					'expired',
					'overdue',
				),
			),
			'search'      => array(
				'type'      => 'string',
				'maxLength' => 80,
			),
			'from'        => array(
				'type'    => 'string',
				'pattern' => '^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))$',
			),
			'to'          => array(
				'type'    => 'string',
				'pattern' => '^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))$',
			),
			'only'        => array(
				'type' => 'string',
				'enum' => array( 'booked', 'uncovered', 'missed', 'handled' ),
			),
			'agentUserId' => array(
				'type'    => 'integer',
				'minimum' => 1,
			),
			'visibleTo'   => array(
				'type'    => 'integer',
				'minimum' => 1,
			),
			'sort'        => array(
				'default' => 'newest',
				'type'    => 'string',
				'enum'    => array( 'newest', 'oldest' ),
			),
			'cursor'      => array(
				'type'      => 'string',
				'maxLength' => 200,
			),
			'limit'       => array(
				'default' => 25,
				'type'    => 'integer',
				'minimum' => 1,
				'maximum' => 100,
			),
		),
	),
	'saveChannel'          => array(
		'type'       => 'object',
		'properties' => array(
			'settings' => array(
				'type'       => 'object',
				'properties' => array(
					'name'         => array(
						'type'      => 'string',
						'minLength' => 1,
						'maxLength' => 80,
					),
					'state'        => array(
						'default' => 'live',
						'type'    => 'string',
						'enum'    => array( 'live', 'paused' ),
					),
					'callTypes'    => array(
						'default' => 'both',
						'type'    => 'string',
						'enum'    => array( 'both', 'immediate', 'deferred' ),
					),
					'language'     => array(
						'default' => 'fr',
						'type'    => 'string',
						'enum'    => array( 'en', 'fr', 'es', 'de', 'it' ),
					),
					'form'         => array(
						'default'    => array(),
						'type'       => 'object',
						'properties' => array(
							'introduction'    => array(
								'default'              => array(),
								'type'                 => 'object',
								'additionalProperties' => array(
									'type'      => 'string',
									'minLength' => 1,
									'maxLength' => 400,
								),
							),
							'phoneLabel'      => array(
								'default'              => array(),
								'type'                 => 'object',
								'additionalProperties' => array(
									'type'      => 'string',
									'minLength' => 1,
									'maxLength' => 80,
								),
							),
							'askName'         => array(
								'default' => false,
								'type'    => 'boolean',
							),
							'nameLabel'       => array(
								'default'              => array(),
								'type'                 => 'object',
								'additionalProperties' => array(
									'type'      => 'string',
									'minLength' => 1,
									'maxLength' => 80,
								),
							),
							'askNote'         => array(
								'default' => false,
								'type'    => 'boolean',
							),
							'noteLabel'       => array(
								'default'              => array(),
								'type'                 => 'object',
								'additionalProperties' => array(
									'type'      => 'string',
									'minLength' => 1,
									'maxLength' => 80,
								),
							),
							'buttonLabel'     => array(
								'default'              => array(),
								'type'                 => 'object',
								'additionalProperties' => array(
									'type'      => 'string',
									'minLength' => 1,
									'maxLength' => 60,
								),
							),
							'confirmation'    => array(
								'default'              => array(),
								'type'                 => 'object',
								'additionalProperties' => array(
									'type'      => 'string',
									'minLength' => 1,
									'maxLength' => 400,
								),
							),
							'consent'         => array(
								'default'              => array(),
								'type'                 => 'object',
								'additionalProperties' => array(
									'type'      => 'string',
									'minLength' => 1,
									'maxLength' => 600,
								),
							),
							'consentRequired' => array(
								'default' => false,
								'type'    => 'boolean',
							),
							'otherWays'       => array(
								'default'              => array(),
								'type'                 => 'object',
								'additionalProperties' => array(
									'type'      => 'string',
									'minLength' => 1,
									'maxLength' => 400,
								),
							),
						),
					),
					'openingHours' => array(
						'default'    => array(),
						'type'       => 'object',
						'properties' => array(
							'always'     => array(
								'default' => false,
								'type'    => 'boolean',
							),
							'weekly'     => array(
								'default'  => array(),
								'maxItems' => 70,
								'type'     => 'array',
								'items'    => array(
									'type'       => 'object',
									'properties' => array(
										'from' => array(
											'type'    => 'string',
											'pattern' => '^(([01]\\d|2[0-3]):[0-5]\\d|24:00)$',
										),
										'to'   => array(
											'type'    => 'string',
											'pattern' => '^(([01]\\d|2[0-3]):[0-5]\\d|24:00)$',
										),
										'day'  => array(
											'type'    => 'integer',
											'minimum' => 1,
											'maximum' => 7,
										),
									),
									'required'   => array( 'from', 'to', 'day' ),
								),
							),
							'exceptions' => array(
								'default'  => array(),
								'maxItems' => 400,
								'type'     => 'array',
								'items'    => array(
									'type'       => 'object',
									'properties' => array(
										'date'   => array(
											'type'    => 'string',
											'pattern' => '^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))$',
										),
										'ranges' => array(
											'default'  => array(),
											'maxItems' => 10,
											'type'     => 'array',
											'items'    => array(
												'type'       => 'object',
												'properties' => array(
													'from' => array(
														'type'    => 'string',
														'pattern' => '^(([01]\\d|2[0-3]):[0-5]\\d|24:00)$',
													),
													'to'   => array(
														'type'    => 'string',
														'pattern' => '^(([01]\\d|2[0-3]):[0-5]\\d|24:00)$',
													),
												),
												'required'   => array( 'from', 'to' ),
											),
										),
										'note'   => array(
											'default'   => null,
											'type'      => array( 'string', 'null' ),
											'maxLength' => 80,
										),
									),
									'required'   => array( 'date' ),
								),
							),
							'holidays'   => array(
								'default'    => array(),
								'type'       => 'object',
								'properties' => array(
									'country' => array(
										'default' => null,
										'type'    => array( 'string', 'null' ),
										'pattern' => '^[A-Z]{2}$',
									),
									'region'  => array(
										'default'   => null,
										'type'      => array( 'string', 'null' ),
										'maxLength' => 12,
									),
								),
							),
							'pauses'     => array(
								'default'  => array(),
								'maxItems' => 50,
								'type'     => 'array',
								'items'    => array(
									'type'       => 'object',
									'properties' => array(
										'from' => array(
											'type'    => 'string',
											'pattern' => '^\\d{4}-\\d\\d-\\d\\dT([01]\\d|2[0-3]):[0-5]\\d$',
										),
										'to'   => array(
											'type'    => 'string',
											'pattern' => '^\\d{4}-\\d\\d-\\d\\dT([01]\\d|2[0-3]):[0-5]\\d$',
										),
										'note' => array(
											'default'   => null,
											'type'      => array( 'string', 'null' ),
											'maxLength' => 80,
										),
									),
									'required'   => array( 'from', 'to' ),
								),
							),
						),
					),
					'booking'      => array(
						'default'    => array(),
						'type'       => 'object',
						'properties' => array(
							'lengthMinutes'       => array(
								'default' => 15,
								'type'    => 'integer',
								'minimum' => 5,
								'maximum' => 240,
							),
							'stepMinutes'         => array(
								'default' => 15,
								'type'    => 'integer',
								'minimum' => 5,
								'maximum' => 240,
							),
							'bufferBeforeMinutes' => array(
								'default' => 0,
								'type'    => 'integer',
								'minimum' => 0,
								'maximum' => 120,
							),
							'bufferAfterMinutes'  => array(
								'default' => 0,
								'type'    => 'integer',
								'minimum' => 0,
								'maximum' => 120,
							),
							'capacity'            => array(
								'default' => 'team',
								'type'    => 'string',
								'enum'    => array( 'team', 'number' ),
							),
							'capacityNumber'      => array(
								'default' => 1,
								'type'    => 'integer',
								'minimum' => 1,
								'maximum' => 200,
							),
							'maximumPerDay'       => array(
								'default' => 0,
								'type'    => 'integer',
								'minimum' => 0,
								'maximum' => 10000,
							),
							'maximumPerWeek'      => array(
								'default' => 0,
								'type'    => 'integer',
								'minimum' => 0,
								'maximum' => 10000,
							),
							'minimumDelayMinutes' => array(
								'default' => 30,
								'type'    => 'integer',
								'minimum' => 0,
								'maximum' => 20160,
							),
							'windowDays'          => array(
								'default' => 14,
								'type'    => 'integer',
								'minimum' => 1,
								'maximum' => 365,
							),
							'whenLate'            => array(
								'default' => 'call_with_apology',
								'type'    => 'string',
								'enum'    => array( 'call_with_apology', 'offer_new_slot' ),
							),
							'lateAfterMinutes'    => array(
								'default' => 5,
								'type'    => 'integer',
								'minimum' => 1,
								'maximum' => 60,
							),
							'latestMinutes'       => array(
								'default' => 60,
								'type'    => 'integer',
								'minimum' => 5,
								'maximum' => 1440,
							),
						),
					),
					'bookingTexts' => array(
						'default'    => array(),
						'type'       => 'object',
						'properties' => array(
							'buttonLabel'  => array(
								'default'              => array(),
								'type'                 => 'object',
								'additionalProperties' => array(
									'type'      => 'string',
									'minLength' => 1,
									'maxLength' => 60,
								),
							),
							'confirmation' => array(
								'default'              => array(),
								'type'                 => 'object',
								'additionalProperties' => array(
									'type'      => 'string',
									'minLength' => 1,
									'maxLength' => 400,
								),
							),
							'unavailable'  => array(
								'default'              => array(),
								'type'                 => 'object',
								'additionalProperties' => array(
									'type'      => 'string',
									'minLength' => 1,
									'maxLength' => 400,
								),
							),
						),
					),
					'textMessages' => array(
						'default'    => array(),
						'type'       => 'object',
						'properties' => array(
							'sender'       => array(
								'default' => null,
								'type'    => array( 'string', 'null' ),
								'pattern' => '^(?=.*[A-Za-z])[A-Za-z0-9 ]{1,11}$',
							),
							'confirmation' => array(
								'default'    => array(),
								'type'       => 'object',
								'properties' => array(
									'enabled' => array(
										'default' => true,
										'type'    => 'boolean',
									),
									'text'    => array(
										'default'              => array(),
										'type'                 => 'object',
										'additionalProperties' => array(
											'type'      => 'string',
											'minLength' => 1,
											'maxLength' => 480,
										),
									),
								),
							),
							'reminder'     => array(
								'default'    => array(),
								'type'       => 'object',
								'properties' => array(
									'enabled'     => array(
										'default' => true,
										'type'    => 'boolean',
									),
									'text'        => array(
										'default'              => array(),
										'type'                 => 'object',
										'additionalProperties' => array(
											'type'      => 'string',
											'minLength' => 1,
											'maxLength' => 480,
										),
									),
									'leadMinutes' => array(
										'default' => 60,
										'type'    => 'integer',
										'minimum' => 5,
										'maximum' => 10080,
									),
								),
							),
							'notReached'   => array(
								'default'    => array(),
								'type'       => 'object',
								'properties' => array(
									'enabled' => array(
										'default' => true,
										'type'    => 'boolean',
									),
									'text'    => array(
										'default'              => array(),
										'type'                 => 'object',
										'additionalProperties' => array(
											'type'      => 'string',
											'minLength' => 1,
											'maxLength' => 480,
										),
									),
								),
							),
							'changes'      => array(
								'default'    => array(),
								'type'       => 'object',
								'properties' => array(
									'enabled' => array(
										'default' => true,
										'type'    => 'boolean',
									),
								),
							),
						),
					),
					'team'         => array(
						'default'  => array(),
						'maxItems' => 200,
						'type'     => 'array',
						'items'    => array(
							'type'       => 'object',
							'properties' => array(
								'userId'   => array(
									'type'    => 'integer',
									'minimum' => 1,
								),
								'priority' => array(
									'default' => 1,
									'type'    => 'integer',
									'minimum' => 1,
									'maximum' => 9,
								),
							),
							'required'   => array( 'userId' ),
						),
					),
					'calls'        => array(
						'default'    => array(),
						'type'       => 'object',
						'properties' => array(
							'routing'            => array(
								'default' => 'destination',
								'type'    => 'string',
								'enum'    => array( 'destination', 'team' ),
							),
							'checkAvailability'  => array(
								'default' => false,
								'type'    => 'boolean',
							),
							'dialOrder'          => array(
								'default' => 'company_first',
								'type'    => 'string',
								'enum'    => array( 'company_first', 'client_first' ),
							),
							'distribution'       => array(
								'default' => 'in_order',
								'type'    => 'string',
								'enum'    => array( 'in_order', 'round_robin', 'longest_idle', 'all_at_once' ),
							),
							'confirmation'       => array(
								'default' => 'mobiles',
								'type'    => 'string',
								'enum'    => array( 'always', 'mobiles', 'never' ),
							),
							'wrapUpSeconds'      => array(
								'default' => 0,
								'type'    => 'integer',
								'minimum' => 0,
								'maximum' => 3600,
							),
							'ownerWaitMinutes'   => array(
								'default' => 5,
								'type'    => 'integer',
								'minimum' => 0,
								'maximum' => 1440,
							),
							'endOnMachine'       => array(
								'default'    => array(),
								'type'       => 'object',
								'properties' => array(
									'company' => array(
										'default' => false,
										'type'    => 'boolean',
									),
									'client'  => array(
										'default' => false,
										'type'    => 'boolean',
									),
								),
							),
							'clientKeys'         => array(
								'default' => false,
								'type'    => 'boolean',
							),
							'keySeconds'         => array(
								'default' => 8,
								'type'    => 'integer',
								'minimum' => 4,
								'maximum' => 30,
							),
							'destinationNumber'  => array(
								'default'   => null,
								'type'      => array( 'string', 'null' ),
								'maxLength' => 40,
							),
							'callerId'           => array(
								'default'   => null,
								'type'      => array( 'string', 'null' ),
								'maxLength' => 40,
							),
							'waitingMessage'     => array(
								'default'              => array(),
								'type'                 => 'object',
								'additionalProperties' => array(
									'type'      => 'string',
									'minLength' => 1,
									'maxLength' => 400,
								),
							),
							'spokenTexts'        => array(
								'default'              => array(),
								'type'                 => 'object',
								'additionalProperties' => array(
									'type'                 => 'object',
									'additionalProperties' => array(
										'type'      => 'string',
										'minLength' => 1,
										'maxLength' => 400,
									),
								),
							),
							'holdMusic'          => array(
								'default' => 'calm',
								'type'    => 'string',
								'enum'    => array( 'calm', 'bright', 'strings', 'none' ),
							),
							'holdMusicUrl'       => array(
								'default'   => null,
								'type'      => array( 'string', 'null' ),
								'maxLength' => 500,
							),
							'voice'              => array(
								'default' => 'woman',
								'type'    => 'string',
								'enum'    => array( 'woman', 'man' ),
							),
							'companyRingSeconds' => array(
								'default' => 25,
								'type'    => 'integer',
								'minimum' => 10,
								'maximum' => 60,
							),
							'clientRingSeconds'  => array(
								'default' => 25,
								'type'    => 'integer',
								'minimum' => 10,
								'maximum' => 60,
							),
							'maximumTalkSeconds' => array(
								'default' => 3600,
								'type'    => 'integer',
								'minimum' => 60,
								'maximum' => 14400,
							),
						),
					),
					'retries'      => array(
						'default'    => array(),
						'type'       => 'object',
						'properties' => array(
							'company'          => array(
								'default'    => array(),
								'type'       => 'object',
								'properties' => array(
									'attempts'       => array(
										'default' => 2,
										'type'    => 'integer',
										'minimum' => 1,
										'maximum' => 10,
									),
									'spacingMinutes' => array(
										'default' => 2,
										'type'    => 'integer',
										'minimum' => 0,
										'maximum' => 240,
									),
									'reasons'        => array(
										'default' => array( 'busy', 'no_answer', 'machine' ),
										'type'    => 'array',
										'items'   => array(
											'type' => 'string',
											'enum' => array( 'busy', 'no_answer', 'machine', 'short_call' ),
										),
									),
								),
							),
							'client'           => array(
								'default'    => array(),
								'type'       => 'object',
								'properties' => array(
									'attempts'       => array(
										'default' => 2,
										'type'    => 'integer',
										'minimum' => 1,
										'maximum' => 10,
									),
									'spacingMinutes' => array(
										'default' => 2,
										'type'    => 'integer',
										'minimum' => 0,
										'maximum' => 240,
									),
									'reasons'        => array(
										'default' => array( 'busy', 'no_answer', 'machine' ),
										'type'    => 'array',
										'items'   => array(
											'type' => 'string',
											'enum' => array( 'busy', 'no_answer', 'machine', 'short_call' ),
										),
									),
								),
							),
							'shortCallSeconds' => array(
								'default' => 10,
								'type'    => 'integer',
								'minimum' => 0,
								'maximum' => 120,
							),
						),
					),
					'fallback'     => array(
						'default'    => array(),
						'type'       => 'object',
						'properties' => array(
							'type'            => array(
								'default' => 'refuse',
								'type'    => 'string',
								'enum'    => array( 'refuse', 'call_number', 'try_again', 'voicemail', 'text_message' ),
							),
							'number'          => array(
								'default'   => null,
								'type'      => array( 'string', 'null' ),
								'maxLength' => 40,
							),
							'tryAgainMinutes' => array(
								'default' => 10,
								'type'    => 'integer',
								'minimum' => 1,
								'maximum' => 240,
							),
							'tryAgainTimes'   => array(
								'default' => 3,
								'type'    => 'integer',
								'minimum' => 1,
								'maximum' => 20,
							),
							'bookingUrl'      => array(
								'default'   => null,
								'type'      => array( 'string', 'null' ),
								'maxLength' => 500,
							),
						),
					),
					'queue'        => array(
						'default'    => array(),
						'type'       => 'object',
						'properties' => array(
							'simultaneousCalls'    => array(
								'default' => true,
								'type'    => 'boolean',
							),
							'limit'                => array(
								'default' => 10,
								'type'    => 'integer',
								'minimum' => 1,
								'maximum' => 1000,
							),
							'callsPerAgent'        => array(
								'default' => 1,
								'type'    => 'integer',
								'minimum' => 1,
								'maximum' => 10,
							),
							'maximumWaiting'       => array(
								'default' => 50,
								'type'    => 'integer',
								'minimum' => 0,
								'maximum' => 1000,
							),
							'maximumWaitMinutes'   => array(
								'default' => 0,
								'type'    => 'integer',
								'minimum' => 0,
								'maximum' => 240,
							),
							'minutesBeforeClosing' => array(
								'default' => 0,
								'type'    => 'integer',
								'minimum' => 0,
								'maximum' => 240,
							),
							'expiresAfterMinutes'  => array(
								'default' => 60,
								'type'    => 'integer',
								'minimum' => 5,
								'maximum' => 1440,
							),
							'processing'           => array(
								'default' => true,
								'type'    => 'boolean',
							),
						),
					),
					'recording'    => array(
						'default'    => array(),
						'type'       => 'object',
						'properties' => array(
							'enabled'       => array(
								'default' => false,
								'type'    => 'boolean',
							),
							'retentionDays' => array(
								'default' => 90,
								'type'    => 'integer',
								'minimum' => 1,
								'maximum' => 3650,
							),
						),
					),
					'survey'       => array(
						'default'    => array(),
						'type'       => 'object',
						'properties' => array(
							'enabled'        => array(
								'default' => false,
								'type'    => 'boolean',
							),
							'alertAtOrBelow' => array(
								'default' => 2,
								'type'    => array( 'integer', 'null' ),
								'minimum' => 1,
								'maximum' => 5,
							),
							'recipients'     => array(
								'default'  => array(),
								'maxItems' => 20,
								'type'     => 'array',
								'items'    => array(
									'type'      => 'string',
									'maxLength' => 254,
									'format'    => 'email',
									'pattern'   => '^(?:[A-Za-z0-9_\'+\\-]+\\.)*[A-Za-z0-9_\'+\\-]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9\\-]*\\.)+[A-Za-z]{2,}$',
								),
							),
						),
					),
					'ringBack'     => array(
						'default'    => array(),
						'type'       => 'object',
						'properties' => array(
							'enabled'   => array(
								'default' => true,
								'type'    => 'boolean',
							),
							'otherwise' => array(
								'default' => 'message',
								'type'    => 'string',
								'enum'    => array( 'voicemail', 'message' ),
							),
						),
					),
					'presence'     => array(
						'default'    => array(),
						'type'       => 'object',
						'properties' => array(
							'awayAfterMinutes'    => array(
								'default' => null,
								'type'    => array( 'integer', 'null' ),
								'minimum' => 2,
								'maximum' => 240,
							),
							'awayAfterMissedCall' => array(
								'default' => true,
								'type'    => 'boolean',
							),
						),
					),
					'returnTimer'  => array(
						'default'    => array(),
						'type'       => 'object',
						'properties' => array(
							'minutes' => array(
								'default' => null,
								'type'    => array( 'integer', 'null' ),
								'minimum' => 2,
								'maximum' => 1440,
							),
						),
					),
					'guards'       => array(
						'default'    => array(),
						'type'       => 'object',
						'properties' => array(
							'defaultCountry'            => array(
								'default' => 'FR',
								'type'    => 'string',
								'pattern' => '^[A-Z]{2}$',
							),
							'allowedCountries'          => array(
								'default'  => array( 'FR' ),
								'maxItems' => 250,
								'type'     => 'array',
								'items'    => array(
									'type'    => 'string',
									'pattern' => '^[A-Z]{2}$',
								),
							),
							'requestsPerNumberPerDay'   => array(
								'default' => 5,
								'type'    => 'integer',
								'minimum' => 1,
								'maximum' => 50,
							),
							'requestsPerAddressPerHour' => array(
								'default' => 20,
								'type'    => 'integer',
								'minimum' => 1,
								'maximum' => 1000,
							),
							'confirmNumber'             => array(
								'default' => 'never',
								'type'    => 'string',
								'enum'    => array( 'never', 'bookings', 'always' ),
							),
						),
					),
					'siteWide'     => array(
						'default'    => array(),
						'type'       => 'object',
						'properties' => array(
							'floatingButton' => array(
								'default'    => array(),
								'type'       => 'object',
								'properties' => array(
									'enabled' => array(
										'default' => false,
										'type'    => 'boolean',
									),
									'side'    => array(
										'default' => 'end',
										'type'    => 'string',
										'enum'    => array( 'start', 'end' ),
									),
								),
							),
							'popUp'          => array(
								'default'    => array(),
								'type'       => 'object',
								'properties' => array(
									'enabled'        => array(
										'default' => false,
										'type'    => 'boolean',
									),
									'exitIntent'     => array(
										'default' => false,
										'type'    => 'boolean',
									),
									'scrollPercent'  => array(
										'default' => null,
										'type'    => array( 'integer', 'null' ),
										'minimum' => 1,
										'maximum' => 100,
									),
									'afterSeconds'   => array(
										'default' => 20,
										'type'    => array( 'integer', 'null' ),
										'minimum' => 1,
										'maximum' => 3600,
									),
									'parameters'     => array(
										'default'  => array(),
										'maxItems' => 20,
										'type'     => 'array',
										'items'    => array(
											'type'       => 'object',
											'properties' => array(
												'name'  => array(
													'type'    => 'string',
													'pattern' => '^[A-Za-z0-9_.-]{1,60}$',
												),
												'value' => array(
													'default'   => '',
													'type'      => 'string',
													'maxLength' => 120,
												),
											),
											'required'   => array( 'name' ),
										),
									),
									'pages'          => array(
										'default'  => array(),
										'maxItems' => 50,
										'type'     => 'array',
										'items'    => array(
											'type'      => 'string',
											'minLength' => 1,
											'maxLength' => 300,
										),
									),
									'exceptPages'    => array(
										'default'  => array(),
										'maxItems' => 50,
										'type'     => 'array',
										'items'    => array(
											'type'      => 'string',
											'minLength' => 1,
											'maxLength' => 300,
										),
									),
									'devices'        => array(
										'default' => 'all',
										'type'    => 'string',
										'enum'    => array( 'all', 'phones', 'computers' ),
									),
									'oncePerSession' => array(
										'default' => true,
										'type'    => 'boolean',
									),
								),
							),
						),
					),
				),
				'required'   => array( 'name' ),
			),
			'version'  => array(
				'type'    => 'integer',
				'minimum' => 1,
			),
		),
		'required'   => array( 'settings' ),
	),
	'savePresence'         => array(
		'type'       => 'object',
		'properties' => array(
			'status'   => array(
				'type' => 'string',
				'enum' => array( 'online', 'away', 'offline' ),
			),
			'byUserId' => array(
				'type'    => 'integer',
				'minimum' => 1,
			),
			'from'     => array(
				'default' => 'page',
				'type'    => 'string',
				'enum'    => array( 'page', 'personal_page' ),
			),
		),
		'required'   => array( 'status' ),
	),
	'saveAgentHours'       => array(
		'type'       => 'object',
		'properties' => array(
			'weekly' => array(
				'default'  => null,
				'maxItems' => 70,
				'type'     => array( 'array', 'null' ),
				'items'    => array(
					'type'       => 'object',
					'properties' => array(
						'from' => array(
							'type'    => 'string',
							'pattern' => '^(([01]\\d|2[0-3]):[0-5]\\d|24:00)$',
						),
						'to'   => array(
							'type'    => 'string',
							'pattern' => '^(([01]\\d|2[0-3]):[0-5]\\d|24:00)$',
						),
						'day'  => array(
							'type'    => 'integer',
							'minimum' => 1,
							'maximum' => 7,
						),
					),
					'required'   => array( 'from', 'to', 'day' ),
				),
			),
			'leave'  => array(
				'default'  => array(),
				'maxItems' => 100,
				'type'     => 'array',
				'items'    => array(
					'type'       => 'object',
					'properties' => array(
						'from' => array(
							'type'    => 'string',
							'pattern' => '^\\d{4}-\\d\\d-\\d\\dT([01]\\d|2[0-3]):[0-5]\\d$',
						),
						'to'   => array(
							'type'    => 'string',
							'pattern' => '^\\d{4}-\\d\\d-\\d\\dT([01]\\d|2[0-3]):[0-5]\\d$',
						),
						'note' => array(
							'default'   => null,
							'type'      => array( 'string', 'null' ),
							'maxLength' => 80,
						),
					),
					'required'   => array( 'from', 'to' ),
				),
			),
		),
	),
	'slotsQuery'           => array(
		'type'       => 'object',
		'properties' => array(
			'from'     => array(
				'type'    => 'string',
				'pattern' => '^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))$',
			),
			'days'     => array(
				'default' => 7,
				'type'    => 'integer',
				'minimum' => 1,
				'maximum' => 31,
			),
			'timeZone' => array(
				'type'      => 'string',
				'minLength' => 1,
				'maxLength' => 64,
			),
			'language' => array(
				'type' => 'string',
				'enum' => array( 'en', 'fr', 'es', 'de', 'it' ),
			),
		),
	),
	'holidaysQuery'        => array(
		'type'       => 'object',
		'properties' => array(
			'country'  => array(
				'type'    => 'string',
				'pattern' => '^[A-Z]{2}$',
			),
			'region'   => array(
				'type'      => 'string',
				'maxLength' => 12,
			),
			'language' => array(
				'type' => 'string',
				'enum' => array( 'en', 'fr', 'es', 'de', 'it' ),
			),
		),
		'required'   => array( 'country' ),
	),
	'previewTextMessage'   => array(
		'type'       => 'object',
		'properties' => array(
			'kind'      => array(
				'type' => 'string',
				'enum' => array( 'confirmation', 'reminder', 'not_reached' ),
			),
			'text'      => array(
				'type'      => array( 'string', 'null' ),
				'maxLength' => 480,
			),
			'language'  => array(
				'type' => 'string',
				'enum' => array( 'en', 'fr', 'es', 'de', 'it' ),
			),
			'sender'    => array(
				'default'   => null,
				'type'      => array( 'string', 'null' ),
				'maxLength' => 11,
			),
			'channelId' => array(
				'default' => null,
				'type'    => array( 'string', 'null' ),
				'format'  => 'uuid',
				'pattern' => '^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$',
			),
		),
		'required'   => array( 'kind', 'text', 'language' ),
	),
	'requestFilter'        => array(
		'type'       => 'object',
		'properties' => array(
			'channelId'   => array(
				'type'    => 'string',
				'format'  => 'uuid',
				'pattern' => '^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$',
			),
			'state'       => array(
				'type' => 'string',
				'enum' => array(
					'scheduled',
					'queued',
					'calling_company',
					'calling_client',
					'talking',
					'surveying',
					'leaving_message',
					'done',
					'failed',
					'cancelled',
					'expired',
					'overdue',
				),
			),
			'search'      => array(
				'type'      => 'string',
				'maxLength' => 80,
			),
			'from'        => array(
				'type'    => 'string',
				'pattern' => '^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))$',
			),
			'to'          => array(
				'type'    => 'string',
				'pattern' => '^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))$',
			),
			'only'        => array(
				'type' => 'string',
				'enum' => array( 'booked', 'uncovered', 'missed', 'handled' ),
			),
			'agentUserId' => array(
				'type'    => 'integer',
				'minimum' => 1,
			),
			'visibleTo'   => array(
				'type'    => 'integer',
				'minimum' => 1,
			),
		),
	),
	'actOnRequests'        => array(
		'type'       => 'object',
		'properties' => array(
			'requestIds' => array(
				'minItems' => 1,
				'maxItems' => 100,
				'type'     => 'array',
				'items'    => array(
					'type'    => 'string',
					'format'  => 'uuid',
					'pattern' => '^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$',
				),
			),
			'action'     => array(
				'oneOf' => array(
					array(
						'type'       => 'object',
						'properties' => array(
							'action' => array(
								'type' => 'string',
								'enum' => array( 'call_now' ),
							),
						),
						'required'   => array( 'action' ),
					),
					array(
						'type'       => 'object',
						'properties' => array(
							'action' => array(
								'type' => 'string',
								'enum' => array( 'take' ),
							),
						),
						'required'   => array( 'action' ),
					),
					array(
						'type'       => 'object',
						'properties' => array(
							'action' => array(
								'type' => 'string',
								'enum' => array( 'assign' ),
							),
							'userId' => array(
								'type'    => array( 'integer', 'null' ),
								'minimum' => 1,
							),
						),
						'required'   => array( 'action', 'userId' ),
					),
					array(
						'type'       => 'object',
						'properties' => array(
							'action' => array(
								'type' => 'string',
								'enum' => array( 'reschedule' ),
							),
							'dueAt'  => array(
								'type'    => 'string',
								'format'  => 'date-time',
								'pattern' => '^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))T(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z))$',
							),
						),
						'required'   => array( 'action', 'dueAt' ),
					),
					array(
						'type'       => 'object',
						'properties' => array(
							'action' => array(
								'type' => 'string',
								'enum' => array( 'cancel' ),
							),
						),
						'required'   => array( 'action' ),
					),
					array(
						'type'       => 'object',
						'properties' => array(
							'action'  => array(
								'type' => 'string',
								'enum' => array( 'handled' ),
							),
							'outcome' => array(
								'type' => 'string',
								'enum' => array( 'solved', 'to_follow_up', 'not_reached', 'wrong_number', 'not_needed' ),
							),
							'note'    => array(
								'default'   => null,
								'type'      => array( 'string', 'null' ),
								'maxLength' => 500,
							),
						),
						'required'   => array( 'action', 'outcome' ),
					),
					array(
						'type'       => 'object',
						'properties' => array(
							'action' => array(
								'type' => 'string',
								'enum' => array( 'block_number' ),
							),
						),
						'required'   => array( 'action' ),
					),
				),
			),
			'by'         => array(
				'type'       => 'object',
				'properties' => array(
					'userId'     => array(
						'type'    => 'integer',
						'minimum' => 1,
					),
					'supervises' => array(
						'type' => 'boolean',
					),
				),
				'required'   => array( 'userId', 'supervises' ),
			),
		),
		'required'   => array( 'requestIds', 'action', 'by' ),
	),
	'supervise'            => array(
		'type'       => 'object',
		'properties' => array(
			'mode' => array(
				'type' => 'string',
				'enum' => array( 'listen', 'whisper', 'join' ),
			),
			'by'   => array(
				'type'       => 'object',
				'properties' => array(
					'userId'     => array(
						'type'    => 'integer',
						'minimum' => 1,
					),
					'supervises' => array(
						'type' => 'boolean',
					),
				),
				'required'   => array( 'userId', 'supervises' ),
			),
		),
		'required'   => array( 'mode', 'by' ),
	),
	'resultsQuery'         => array(
		'type'       => 'object',
		'properties' => array(
			'from'      => array(
				'type'    => 'string',
				'pattern' => '^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))$',
			),
			'to'        => array(
				'type'    => 'string',
				'pattern' => '^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))$',
			),
			'groupBy'   => array(
				'default' => 'channel',
				'type'    => 'string',
				'enum'    => array( 'channel', 'page', 'agent', 'hour' ),
			),
			'channelId' => array(
				'type'    => 'string',
				'format'  => 'uuid',
				'pattern' => '^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$',
			),
		),
		'required'   => array( 'from', 'to' ),
	),
	'presenceLogQuery'     => array(
		'type'       => 'object',
		'properties' => array(
			'userId' => array(
				'type'    => 'integer',
				'minimum' => 1,
			),
			'cursor' => array(
				'type'      => 'string',
				'maxLength' => 200,
			),
			'limit'  => array(
				'default' => 50,
				'type'    => 'integer',
				'minimum' => 1,
				'maximum' => 100,
			),
		),
	),
	'saveAlertSettings'    => array(
		'type'       => 'object',
		'properties' => array(
			'missedCall'    => array(
				'default' => 'none',
				'type'    => 'string',
				'enum'    => array( 'none', 'email', 'text_message' ),
			),
			'failedBooking' => array(
				'default' => 'email',
				'type'    => 'string',
				'enum'    => array( 'none', 'email', 'text_message' ),
			),
			'dailyReport'   => array(
				'default' => 'none',
				'type'    => 'string',
				'enum'    => array( 'none', 'email' ),
			),
			'opening'       => array(
				'default' => 'none',
				'type'    => 'string',
				'enum'    => array( 'none', 'email', 'text_message' ),
			),
		),
	),
	'testCall'             => array(
		'type'       => 'object',
		'properties' => array(
			'language' => array(
				'default' => 'fr',
				'type'    => 'string',
				'enum'    => array( 'en', 'fr', 'es', 'de', 'it' ),
			),
		),
	),
	'saveSite'             => array(
		'type'       => 'object',
		'properties' => array(
			'name'              => array(
				'type'      => 'string',
				'maxLength' => 200,
			),
			'timeZone'          => array(
				'type'      => 'string',
				'minLength' => 1,
				'maxLength' => 64,
			),
			'callerId'          => array(
				'type'      => array( 'string', 'null' ),
				'maxLength' => 40,
			),
			'ownerEmail'        => array(
				'type'      => array( 'string', 'null' ),
				'maxLength' => 254,
				'format'    => 'email',
				'pattern'   => '^(?:[A-Za-z0-9_\'+\\-]+\\.)*[A-Za-z0-9_\'+\\-]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9\\-]*\\.)+[A-Za-z]{2,}$',
			),
			'supervisorEmails'  => array(
				'maxItems' => 50,
				'type'     => 'array',
				'items'    => array(
					'type'      => 'string',
					'maxLength' => 254,
					'format'    => 'email',
					'pattern'   => '^(?:[A-Za-z0-9_\'+\\-]+\\.)*[A-Za-z0-9_\'+\\-]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9\\-]*\\.)+[A-Za-z]{2,}$',
				),
			),
			'dailyRequestCap'   => array(
				'type'    => 'integer',
				'minimum' => 1,
				'maximum' => 100000,
			),
			'monthlyLimitMilli' => array(
				'type'    => array( 'integer', 'null' ),
				'minimum' => 1,
				'maximum' => 2000000000,
			),
			'lowBalanceMilli'   => array(
				'type'    => array( 'integer', 'null' ),
				'minimum' => 1,
				'maximum' => 2000000000,
			),
			'moved'             => array(
				'type' => 'boolean',
			),
		),
	),
	'deleteChannelQuery'   => array(
		'type'       => 'object',
		'properties' => array(
			'cancelOpen' => array(
				'type' => 'string',
			),
		),
	),
	'importChannels'       => array(
		'type'       => 'object',
		'properties' => array(
			'file'      => array(
				'type'      => 'string',
				'minLength' => 1,
				'maxLength' => 4000000,
			),
			'keepState' => array(
				'default' => false,
				'type'    => 'boolean',
			),
		),
		'required'   => array( 'file' ),
	),
	'startTestCall'        => array(
		'type'       => 'object',
		'properties' => array(
			'number'   => array(
				'type'      => 'string',
				'minLength' => 1,
				'maxLength' => 40,
			),
			'language' => array(
				'default' => 'fr',
				'type'    => 'string',
				'enum'    => array( 'en', 'fr', 'es', 'de', 'it' ),
			),
		),
		'required'   => array( 'number' ),
	),
	'saveTelephonyAccount' => array(
		'type'       => 'object',
		'properties' => array(
			'credentials' => array(
				'type'       => array( 'object', 'null' ),
				'properties' => array(
					'accountSid' => array(
						'type'    => 'string',
						'pattern' => '^AC[0-9a-fA-F]{32}$',
					),
					'authToken'  => array(
						'type'      => 'string',
						'minLength' => 8,
						'maxLength' => 128,
					),
				),
				'required'   => array( 'accountSid', 'authToken' ),
			),
		),
		'required'   => array( 'credentials' ),
	),
	'setUp'                => array(
		'type'       => 'object',
		'properties' => array(
			'skipped'          => array(
				'type'  => 'array',
				'items' => array(
					'type' => 'string',
					'enum' => array( 'service', 'telephony', 'caller_id', 'team', 'hours', 'test_call' ),
				),
			),
			'channelId'        => array(
				'type'    => array( 'string', 'null' ),
				'format'  => 'uuid',
				'pattern' => '^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$',
			),
			'testCallAnswered' => array(
				'type' => 'boolean',
			),
			'dismissed'        => array(
				'type' => 'boolean',
			),
		),
		'required'   => array( 'skipped', 'channelId', 'testCallAnswered', 'dismissed' ),
	),
	'connect'              => array(
		'type'       => 'object',
		'properties' => array(
			'serviceUrl' => array(
				'type'      => 'string',
				'maxLength' => 500,
			),
			'code'       => array(
				'type'      => 'string',
				'minLength' => 8,
				'maxLength' => 64,
			),
		),
		'required'   => array( 'serviceUrl', 'code' ),
	),
);
