<?php
/**
 * What an agent reads on their personal page.
 *
 * @package Rappel
 */

namespace Rappel\Personal;

use Rappel\Instant;
use Rappel\Language;
use Rappel\Page\Markup;
use Rappel\Page\Page_Note;
use Rappel\Problems;
use Rappel\Visitor\Said_Time;
use WP_Error;

defined( 'ABSPATH' ) || exit;

/**
 * Their status, until when, and three buttons a thumb cannot miss; as escaped HTML in the language that gettext speaks.
 */
final class Personal_View {

	/**
	 * Of one page.
	 *
	 * @param string         $token The link's.
	 * @param Page_Note|null $note  Why something was not done just now.
	 */
	public function __construct(
		private readonly string $token,
		private readonly ?Page_Note $note
	) {}

	/**
	 * The page.
	 *
	 * @param Own_Presence $presence How they are.
	 * @param list<string> $bookings When they may be called, the soonest first.
	 */
	public function page( Own_Presence $presence, array $bookings ): string {
		return $this->wrap(
			self::status( $presence )
			. Markup::paragraph( self::warning( $presence ), 'warning' )
			. $this->buttons( $presence->status )
			. Markup::paragraph( self::bookings( $bookings ) )
			. Markup::actions( array( Markup::link( $this->address(), __( 'Refresh', 'rappel' ) ) ) )
		);
	}

	/**
	 * The page while the service does not say how they are. The buttons are there all the same: what they say may get through.
	 *
	 * @param WP_Error $error Why.
	 */
	public function trouble( WP_Error $error ): string {
		$is_away = Problems::is_away( $error ) || 'not_connected' === $error->get_error_code();
		return $this->wrap(
			Markup::paragraph( $is_away ? __( 'The callback service does not answer at the moment, so your status cannot be shown.', 'rappel' ) : $error->get_error_message(), 'message' )
			. $this->buttons( '' )
			. Markup::actions( array( Markup::link( $this->address(), __( 'Try again', 'rappel' ) ) ) )
		);
	}

	/**
	 * A link that opens nothing.
	 */
	public static function revoked(): string {
		return Markup::wrap(
			Markup::paragraph( __( 'This link was revoked, or it was not copied as a whole. You can make a new one on your profile.', 'rappel' ) )
			. Markup::actions( array( Markup::link( admin_url( 'profile.php#rappel' ), __( 'To my profile', 'rappel' ), true ) ) ),
			Language::current()
		);
	}

	/**
	 * Around every part.
	 *
	 * @param string $html Escaped.
	 */
	private function wrap( string $html ): string {
		return Markup::wrap( Markup::notice( $this->note->message ?? '', true ) . $html, Language::current() );
	}

	/**
	 * How they are, and until when.
	 *
	 * @param Own_Presence $presence How they are.
	 */
	private static function status( Own_Presence $presence ): string {
		$until = match ( true ) {
			Own_Presence::OFFLINE === $presence->status => __( 'You get no calls.', 'rappel' ),
			null === $presence->until                   => '',
			/* translators: %s: a time, "6:00 pm" */
			default                                     => sprintf( __( 'Until %s, the end of this opening period.', 'rappel' ), Said_Time::shortly( $presence->until ) ),
		};
		return sprintf(
			'<p class="rappel-page__message rappel-page__status is-%s" role="status">%s</p>',
			esc_attr( $presence->status ),
			/* translators: %s: Online, Away or Offline */
			esc_html( sprintf( __( 'You are: %s', 'rappel' ), self::word( $presence->status ) ) )
		) . Markup::paragraph( $until );
	}

	/**
	 * What they should know; '' for nothing.
	 *
	 * @param Own_Presence $presence How they are.
	 */
	private static function warning( Own_Presence $presence ): string {
		return match ( true ) {
			! $presence->has_number       => __( 'There is no number on your profile at which you could be called.', 'rappel' ),
			/* translators: %s: a time, "2:03 pm" */
			null !== $presence->missed_at => sprintf( __( 'You missed a call at %s and were set to “Away”. Back online?', 'rappel' ), Said_Time::shortly( $presence->missed_at ) ),
			$presence->in_hours           => '',
			null !== $presence->opens_at  => sprintf(
				/* translators: %s: a day and a time, "Monday 1 December, 9:00 am" */
				__( 'It is outside the opening hours: nobody is put through to you before %s.', 'rappel' ),
				Said_Time::shortly( $presence->opens_at )
			),
			default                       => __( 'It is outside the opening hours: nobody is put through to you now.', 'rappel' ),
		};
	}

	/**
	 * One form with three buttons.
	 *
	 * @param string $current One of Own_Presence's; '' when not known.
	 */
	private function buttons( string $current ): string {
		$buttons = '';
		foreach ( Own_Presence::STATUSES as $status ) {
			$buttons .= sprintf(
				'<button type="submit" name="%s" value="%s" class="rappel-page__choice is-%2$s" aria-pressed="%s">%s</button>',
				esc_attr( Personal_Page::STATUS ),
				esc_attr( $status ),
				$status === $current ? 'true' : 'false',
				esc_html( self::word( $status ) )
			);
		}
		return sprintf(
			'<form method="post" action="%s"><fieldset class="rappel-page__choices"><legend>%s</legend>%s</fieldset></form>',
			esc_url( $this->address() ),
			esc_html__( 'Change my status', 'rappel' ),
			$buttons
		);
	}

	/**
	 * How many bookings come, and the next one's time.
	 *
	 * @param list<string> $times The soonest first.
	 */
	private static function bookings( array $times ): string {
		if ( array() === $times ) {
			return '';
		}
		$count = count( $times );
		return sprintf(
			/* translators: 1: how many, 2: a day and a time, "Monday 1 December, 9:00 am" */
			_n( '%1$s booked call is to come: %2$s.', '%1$s booked calls are to come, the next one: %2$s.', $count, 'rappel' ),
			$count < Own_Presence::MAXIMUM_COUNTED ? number_format_i18n( $count ) : number_format_i18n( Own_Presence::MAXIMUM_COUNTED ) . '+',
			Said_Time::shortly( $times[0] )
		);
	}

	/**
	 * The word for a status.
	 *
	 * @param string $status One of Own_Presence's.
	 */
	private static function word( string $status ): string {
		return match ( $status ) {
			Own_Presence::ONLINE => __( 'Online', 'rappel' ),
			Own_Presence::AWAY   => __( 'Away', 'rappel' ),
			default              => __( 'Offline', 'rappel' ),
		};
	}

	/**
	 * This page.
	 */
	private function address(): string {
		return Personal_Link::address( $this->token );
	}
}
