<?php
/**
 * WordPress's read-only copy of the channels.
 *
 * @package Rappel
 */

namespace Rappel\Channels;

use Rappel\Connection\Connection;
use Rappel\Read;
use Rappel\Service\Service_Client;
use WP_Error;

defined( 'ABSPATH' ) || exit;

/**
 * What a page needs of each channel, so that rendering makes no HTTP request. It holds no phone number of the company. The
 * service is the source of truth; the copy is renewed on each save, every hour, and when an editor lists channels.
 *
 * @phpstan-type Channel array{id: string, name: string, state: 'live'|'paused'|'incomplete', language: string, callTypes: 'both'|'immediate'|'deferred', form: array<string, mixed>, bookingTexts: array<string, mixed>, openingHours: array<string, mixed>, siteWide: array<string, mixed>}
 */
final class Channel_Copy {

	public const OPTION = 'rappel_channels';

	/** Ids of channels whose form is on every page; autoloaded, since every page asks. */
	public const SITE_WIDE = 'rappel_site_wide_channels';

	/**
	 * Every channel, in the service's order.
	 *
	 * @return list<Channel>
	 */
	public static function all(): array {
		$channels = array();
		foreach ( Read::items( get_option( self::OPTION ), 'channels' ) as $channel ) {
			$state      = Read::text( $channel, 'state' );
			$types      = Read::text( $channel, 'callTypes' );
			$channels[] = array(
				'id'           => Read::text( $channel, 'id' ),
				'name'         => Read::text( $channel, 'name' ),
				'state'        => in_array( $state, array( 'live', 'paused' ), true ) ? $state : 'incomplete',
				'language'     => Read::text( $channel, 'language' ),
				'callTypes'    => in_array( $types, array( 'immediate', 'deferred' ), true ) ? $types : 'both',
				'form'         => Read::map( $channel, 'form' ),
				'bookingTexts' => Read::map( $channel, 'bookingTexts' ),
				'openingHours' => Read::map( $channel, 'openingHours' ),
				'siteWide'     => Read::map( $channel, 'siteWide' ),
			);
		}
		return $channels;
	}

	/**
	 * One channel; null when the copy does not have it. '' stands for the only one there is.
	 *
	 * @param string $id The channel's id.
	 * @return Channel|null
	 */
	public static function find( string $id ): ?array {
		$channels = self::all();
		if ( '' === $id ) {
			return 1 === count( $channels ) ? $channels[0] : null;
		}
		foreach ( $channels as $channel ) {
			if ( $channel['id'] === $id ) {
				return $channel;
			}
		}
		return null;
	}

	/**
	 * The channels whose form is on every page. Where there are none, nothing is read but an autoloaded option.
	 *
	 * @return list<Channel>
	 */
	public static function site_wide(): array {
		$ids = Read::as_map( get_option( self::SITE_WIDE ) );
		return array() === $ids ? array() : array_values( array_filter( self::all(), static fn( array $channel ): bool => in_array( $channel['id'], $ids, true ) ) );
	}

	/**
	 * Whether a channel's form is on every page: behind a floating button, or opened by rules.
	 *
	 * @param array<string, mixed> $channel Its public part.
	 */
	private static function is_site_wide( array $channel ): bool {
		$settings = Read::map( $channel, 'siteWide' );
		return Read::truth( Read::map( $settings, 'floatingButton' ), 'enabled' ) || Read::truth( Read::map( $settings, 'popUp' ), 'enabled' );
	}

	/**
	 * Seconds since the copy was made; null when there is none.
	 */
	public static function age_seconds(): ?int {
		$at = Read::integer( get_option( self::OPTION ), 'at' );
		return 0 === $at ? null : max( 0, time() - $at );
	}

	/**
	 * Fetches the channels again. On failure the copy stays as it was.
	 *
	 * @return true|WP_Error
	 */
	public static function refresh(): bool|WP_Error {
		$connection = Connection::current();
		if ( null === $connection ) {
			return true;
		}
		$answer = Service_Client::call( $connection, 'GET', '/v1/channels' );
		if ( is_wp_error( $answer ) ) {
			return $answer;
		}
		self::store( array_map( array( self::class, 'public_part' ), Read::items( $answer, 'channels' ) ) );
		return true;
	}

	/**
	 * Takes one channel over, as the service answered it after a save.
	 *
	 * @param array<string, mixed> $channel contract/src/channel.ts: channelSchema.
	 */
	public static function put( array $channel ): void {
		$part     = self::public_part( $channel );
		$channels = self::all();
		$places   = array_flip( array_column( $channels, 'id' ) );

		$channels[ $places[ $part['id'] ] ?? count( $channels ) ] = $part;
		self::store( array_values( $channels ) );
	}

	/**
	 * Removes one channel.
	 *
	 * @param string $id The channel's id.
	 */
	public static function remove( string $id ): void {
		self::store( array_values( array_filter( self::all(), static fn( array $channel ): bool => $channel['id'] !== $id ) ) );
	}

	/**
	 * Drops the copy.
	 */
	public static function forget(): void {
		delete_option( self::OPTION );
		delete_option( self::SITE_WIDE );
	}

	/**
	 * The part of a channel that visitors may know.
	 *
	 * @param mixed $channel contract/src/channel.ts: channelSchema.
	 * @return array{id: string, name: string, state: string, language: string, callTypes: string, form: array<string, mixed>, bookingTexts: array<string, mixed>, openingHours: array<string, mixed>, siteWide: array<string, mixed>}
	 */
	private static function public_part( mixed $channel ): array {
		$settings = Read::map( $channel, 'settings' );
		return array(
			'id'           => Read::text( $channel, 'id' ),
			'name'         => Read::text( $settings, 'name' ),
			'state'        => array() === Read::items( $channel, 'missing' ) ? Read::text( $settings, 'state' ) : 'incomplete',
			'language'     => Read::text( $settings, 'language' ),
			'callTypes'    => Read::text( $settings, 'callTypes' ),
			'form'         => Read::map( $settings, 'form' ),
			'bookingTexts' => Read::map( $settings, 'bookingTexts' ),
			'openingHours' => Read::map( $settings, 'openingHours' ),
			'siteWide'     => Read::map( $settings, 'siteWide' ),
		);
	}

	/**
	 * Writes the copy; not autoloaded, since only pages with the block need it.
	 *
	 * @param list<array<string, mixed>> $channels Public parts.
	 */
	private static function store( array $channels ): void {
		update_option(
			self::OPTION,
			array(
				'at'       => time(),
				'channels' => $channels,
			),
			false
		);
		update_option( self::SITE_WIDE, array_column( array_filter( $channels, array( self::class, 'is_site_wide' ) ), 'id' ), true );
	}
}
