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
	'visitorSubmission' => array(
		'type'       => 'object',
		'properties' => array(
			'key'       => array(
				'type'    => 'string',
				'format'  => 'uuid',
				'pattern' => '^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$',
			),
			'channelId' => array(
				'type'    => 'string',
				'format'  => 'uuid',
				'pattern' => '^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$',
			),
			'number'    => array(
				'type'      => 'string',
				'minLength' => 1,
				'maxLength' => 40,
			),
			'name'      => array(
				'type'      => 'string',
				'maxLength' => 80,
			),
			'consent'   => array(
				'type' => 'boolean',
			),
			'timeZone'  => array(
				'type'      => 'string',
				'minLength' => 1,
				'maxLength' => 64,
			),
			'pageUrl'   => array(
				'type'      => 'string',
				'maxLength' => 2000,
			),
			'pageTitle' => array(
				'type'      => 'string',
				'maxLength' => 300,
			),
			'language'  => array(
				'type'      => 'string',
				'maxLength' => 20,
			),
		),
		'required'   => array( 'key', 'channelId', 'number' ),
	),
	'createRequest'     => array(
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
				'enum'    => array( 'en', 'fr' ),
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
			'withoutScript'  => array(
				'default' => false,
				'type'    => 'boolean',
			),
		),
		'required'   => array( 'key', 'channelId', 'number', 'visitorAddress', 'requestedAt' ),
	),
	'cancelRequest'     => array(
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
				'enum'    => array( 'en', 'fr' ),
			),
		),
	),
	'listRequestsQuery' => array(
		'type'       => 'object',
		'properties' => array(
			'channelId' => array(
				'type'    => 'string',
				'format'  => 'uuid',
				'pattern' => '^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$',
			),
			'state'     => array(
				'type' => 'string',
				'enum' => array(
					'queued',
					'calling_company',
					'calling_client',
					'talking',
					'done',
					'failed',
					'cancelled',
					'expired',
					'overdue',
				),
			),
			'cursor'    => array(
				'type'      => 'string',
				'maxLength' => 200,
			),
			'limit'     => array(
				'default' => 25,
				'type'    => 'integer',
				'minimum' => 1,
				'maximum' => 100,
			),
		),
	),
	'saveChannel'       => array(
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
					'language'     => array(
						'default' => 'fr',
						'type'    => 'string',
						'enum'    => array( 'en', 'fr' ),
					),
					'form'         => array(
						'default'    => array(),
						'type'       => 'object',
						'properties' => array(
							'introduction'    => array(
								'default'   => null,
								'type'      => array( 'string', 'null' ),
								'minLength' => 1,
								'maxLength' => 400,
							),
							'phoneLabel'      => array(
								'default'   => null,
								'type'      => array( 'string', 'null' ),
								'minLength' => 1,
								'maxLength' => 80,
							),
							'askName'         => array(
								'default' => false,
								'type'    => 'boolean',
							),
							'nameLabel'       => array(
								'default'   => null,
								'type'      => array( 'string', 'null' ),
								'minLength' => 1,
								'maxLength' => 80,
							),
							'buttonLabel'     => array(
								'default'   => null,
								'type'      => array( 'string', 'null' ),
								'minLength' => 1,
								'maxLength' => 60,
							),
							'confirmation'    => array(
								'default'   => null,
								'type'      => array( 'string', 'null' ),
								'minLength' => 1,
								'maxLength' => 400,
							),
							'consent'         => array(
								'default'   => null,
								'type'      => array( 'string', 'null' ),
								'minLength' => 1,
								'maxLength' => 600,
							),
							'consentRequired' => array(
								'default' => false,
								'type'    => 'boolean',
							),
						),
					),
					'openingHours' => array(
						'default'    => array(),
						'type'       => 'object',
						'properties' => array(
							'always' => array(
								'default' => false,
								'type'    => 'boolean',
							),
							'weekly' => array(
								'default'  => array(),
								'maxItems' => 70,
								'type'     => 'array',
								'items'    => array(
									'type'       => 'object',
									'properties' => array(
										'day'  => array(
											'type'    => 'integer',
											'minimum' => 1,
											'maximum' => 7,
										),
										'from' => array(
											'type'    => 'string',
											'pattern' => '^(([01]\\d|2[0-3]):[0-5]\\d|24:00)$',
										),
										'to'   => array(
											'type'    => 'string',
											'pattern' => '^(([01]\\d|2[0-3]):[0-5]\\d|24:00)$',
										),
									),
									'required'   => array( 'day', 'from', 'to' ),
								),
							),
						),
					),
					'calls'        => array(
						'default'    => array(),
						'type'       => 'object',
						'properties' => array(
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
								'default'   => null,
								'type'      => array( 'string', 'null' ),
								'minLength' => 1,
								'maxLength' => 400,
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
	'saveSite'          => array(
		'type'       => 'object',
		'properties' => array(
			'name'            => array(
				'type'      => 'string',
				'maxLength' => 200,
			),
			'timeZone'        => array(
				'type'      => 'string',
				'minLength' => 1,
				'maxLength' => 64,
			),
			'callerId'        => array(
				'type'      => array( 'string', 'null' ),
				'maxLength' => 40,
			),
			'dailyRequestCap' => array(
				'type'    => 'integer',
				'minimum' => 1,
				'maximum' => 100000,
			),
			'moved'           => array(
				'type' => 'boolean',
			),
		),
	),
	'connect'           => array(
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
