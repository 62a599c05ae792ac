<?php
/**
 * What is forwarded for the channels' screens.
 *
 * @package Rappel
 */

namespace Rappel\Rest;

use Rappel\Capabilities;
use Rappel\Channels\Channel_Copy;
use Rappel\Read;
use Rappel\Visitor\Request_Key;
use WP_REST_Request;

defined( 'ABSPATH' ) || exit;

/**
 * Channels, and what their editor asks: for whoever manages them.
 *
 * @phpstan-import-type Route from Forwarder
 */
final class Channel_Table {

	/**
	 * Its lines.
	 *
	 * @return list<Route>
	 */
	public static function routes(): array {
		return array( ...self::channels(), ...self::checks(), ...self::editor() );
	}

	/**
	 * The channels themselves.
	 *
	 * @return list<Route>
	 */
	private static function channels(): array {
		$channel = self::channel();
		$manage  = Capabilities::MANAGE_CHANNELS;
		$id      = array( 'channelId' => Arguments::id() );
		$put     = static fn( array $answer ) => Channel_Copy::put( Read::as_map( $answer ) );
		$remove  = static fn( array $answer, WP_REST_Request $request ) => Channel_Copy::remove( Arguments::text( $request, 'channelId' ) );
		return array(
			array(
				'method'     => 'GET',
				'path'       => '/channels',
				'capability' => $manage,
				'service'    => '/v1/channels',
				'args'       => array(),
			),
			array(
				'method'     => 'POST',
				'path'       => '/channels',
				'capability' => $manage,
				'service'    => '/v1/channels',
				'args'       => Schemas::body( 'saveChannel' ),
				'body'       => array( 'settings' ),
				'after'      => $put,
			),
			array(
				'method'     => 'GET',
				'path'       => $channel,
				'capability' => $manage,
				'service'    => '/v1/channels/{channelId}',
				'args'       => $id,
			),
			array(
				'method'     => 'PUT',
				'path'       => $channel,
				'capability' => $manage,
				'service'    => '/v1/channels/{channelId}',
				'args'       => $id + Schemas::body( 'saveChannel' ),
				'body'       => array( 'settings', 'version' ),
				'after'      => $put,
			),
			array(
				'method'     => 'DELETE',
				'path'       => $channel,
				'capability' => $manage,
				'service'    => '/v1/channels/{channelId}',
				'args'       => $id + Schemas::query( 'deleteChannelQuery' ),
				'query'      => array( 'cancelOpen' ),
				'after'      => $remove,
			),
		);
	}

	/**
	 * What is looked at before a channel goes live.
	 *
	 * @return list<Route>
	 */
	private static function checks(): array {
		$channel     = self::channel();
		$manage      = Capabilities::MANAGE_CHANNELS;
		$id          = array( 'channelId' => Arguments::id() );
		$in_language = $id + array( 'language' => Arguments::language() );
		return array(
			array(
				'method'     => 'GET',
				'path'       => $channel . '/readiness',
				'capability' => $manage,
				'service'    => '/v1/channels/{channelId}/readiness',
				'args'       => $in_language,
				'query'      => array( 'language' ),
			),
			array(
				'method'     => 'POST',
				'path'       => $channel . '/test-calls',
				'capability' => $manage,
				'service'    => '/v1/channels/{channelId}/test-calls',
				'args'       => $id + Schemas::body( 'startTestCall' ),
				'body'       => array( 'number', 'language' ),
			),
			array(
				'method'     => 'GET',
				'path'       => $channel . '/test-calls/(?P<testCallId>' . Request_Key::PATTERN . ')',
				'capability' => $manage,
				'service'    => '/v1/channels/{channelId}/test-calls/{testCallId}',
				'args'       => $in_language + array( 'testCallId' => Arguments::id() ),
				'query'      => array( 'language' ),
			),
			array(
				'method'     => 'GET',
				'path'       => $channel . '/estimate',
				'capability' => $manage,
				'service'    => '/v1/channels/{channelId}/estimate',
				'args'       => $id,
			),
		);
	}

	/**
	 * What the editor asks besides, and the site's own settings.
	 *
	 * @return list<Route>
	 */
	private static function editor(): array {
		$manage = Capabilities::MANAGE_CHANNELS;
		return array(
			array(
				'method'     => 'GET',
				'path'       => '/holidays',
				'capability' => $manage,
				'service'    => '/v1/holidays',
				'args'       => array( 'language' => Arguments::language() ) + Schemas::query( 'holidaysQuery' ),
				'query'      => array( 'country', 'region', 'language' ),
			),
			array(
				'method'     => 'GET',
				'path'       => '/holiday-countries',
				'capability' => $manage,
				'service'    => '/v1/holiday-countries',
				'args'       => array( 'language' => Arguments::language() ),
				'query'      => array( 'language' ),
			),
			array(
				'method'     => 'POST',
				'path'       => '/text-messages/preview',
				'capability' => $manage,
				'service'    => '/v1/text-messages/preview',
				'args'       => Schemas::body( 'previewTextMessage' ),
				'body'       => array( 'kind', 'text', 'language', 'sender', 'channelId' ),
				'status'     => 200,
			),
			array(
				'method'     => 'POST',
				'path'       => self::channel() . '/survey-alert-test',
				'capability' => $manage,
				'service'    => '/v1/channels/{channelId}/survey-alert-test',
				'args'       => array( 'channelId' => Arguments::id() ),
				'body'       => array(),
			),
			array(
				'method'     => 'GET',
				'path'       => '/spoken-texts',
				'capability' => $manage,
				'service'    => '/v1/spoken-texts',
				'args'       => array( 'language' => Arguments::language() ),
				'query'      => array( 'language' ),
			),
			array(
				'method'     => 'PUT',
				'path'       => '/connection/site',
				'capability' => $manage,
				'service'    => '/v1/site',
				'args'       => Schemas::body( 'saveSite' ),
				'body'       => array( 'name', 'timeZone', 'callerId', 'dailyRequestCap', 'monthlyLimitMilli', 'lowBalanceMilli', 'moved' ),
			),
		);
	}

	/**
	 * The address of one channel.
	 *
	 * @return non-falsy-string
	 */
	private static function channel(): string {
		return '/channels/(?P<channelId>' . Request_Key::PATTERN . ')';
	}
}
