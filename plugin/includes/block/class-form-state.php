<?php
/**
 * What the page's script starts from.
 *
 * @package Rappel
 */

namespace Rappel\Block;

use Rappel\Channels\Channel_Copy;
use Rappel\Channels\Opening_Hours;
use Rappel\Instant;
use Rappel\Read;

defined( 'ABSPATH' ) || exit;

/**
 * The context that server and script share (blocks/callback/context.ts: CallbackContext), so that the page says the same before
 * and without the script.
 *
 * @phpstan-import-type Channel from Channel_Copy
 */
final class Form_State {

	/** States before the two talk, in which the channel's confirmation still matters (blocks/callback/show.ts). */
	private const UNDER_WAY = array( 'waiting', 'calling_company', 'calling_client' );

	/**
	 * The state of a channel's form.
	 *
	 * @param Channel          $channel  From the copy.
	 * @param Form_Texts       $form     Its texts.
	 * @param Form_Memory|null $memory   What a form sent without JavaScript left.
	 * @param string           $language The page's, BCP 47.
	 * @return array<string, mixed>
	 */
	public static function of( array $channel, Form_Texts $form, ?Form_Memory $memory, string $language ): array {
		$texts   = $form->for_script();
		$status  = $memory->status ?? array();
		$field   = $memory->field ?? '';
		$problem = $memory->problem ?? '';
		$message = Read::text( $status, 'message' );
		$asks    = '' !== ( $memory->confirming ?? '' );
		$is_new  = in_array( Read::text( $status, 'state' ), self::UNDER_WAY, true ) && $message !== $texts['confirmation'];
		return array(
			'restUrl'        => rest_url( 'rappel/v1/' ),
			'pickerUrl'      => Callback_Block::module_url( 'picker' ),
			'codeUrl'        => Callback_Block::module_url( 'code' ),
			'channelId'      => $channel['id'],
			'language'       => $language,
			'phase'          => match ( true ) {
				array() !== $status => 'following',
			$asks               => 'confirming',
			default             => 'form',
			},
			'sending'        => false,
			'changesAt'      => null,
			'numberError'    => 'number' === $field ? $problem : '',
			'numberInvalid'  => 'number' === $field,
			'consentError'   => 'consent' === $field ? $problem : '',
			'consentInvalid' => 'consent' === $field,
			'formError'      => in_array( $field, array( 'number', 'consent', 'code' ), true ) ? '' : $problem,
			'key'            => array() === $status && ! $asks ? '' : ( $memory->key ?? '' ),
			'state'          => Read::text( $status, 'state' ),
			'confirmation'   => $is_new ? $texts['confirmation'] : '',
			'message'        => $message,
			'detail'         => self::detail( $status, $texts ),
			'notice'         => '',
			// Shown by the script once it asked; without it the ways to cancel are in <noscript>.
			'canCancel'      => false,
			'final'          => false,
			'texts'          => $texts,
		) + self::offer( $channel, $form, $texts, null !== $memory && $memory->picking, $asks ? ( $memory->slot ?? '' ) : '' ) + self::booking( $status );
	}

	/**
	 * What may be asked for now, and what the buttons say (blocks/callback/arrange.ts).
	 *
	 * @param Channel               $channel    From the copy.
	 * @param Form_Texts            $form       Its texts.
	 * @param array<string, string> $texts      Those of the script.
	 * @param bool                  $is_picking A time is being chosen.
	 * @param string                $slot       The time whose booking waits for a code; '' for none.
	 * @return array<string, mixed>
	 */
	private static function offer( array $channel, Form_Texts $form, array $texts, bool $is_picking, string $slot ): array {
		$is_live       = 'live' === $channel['state'];
		$deferred      = $is_live && 'immediate' !== $channel['callTypes'];
		$deferred_only = $is_live && 'deferred' === $channel['callTypes'];
		$immediate     = $is_live && ! $deferred_only && Opening_Hours::are_open( $channel['openingHours'], Instant::local() );
		return array(
			'immediate'       => $immediate,
			'deferred'        => $deferred,
			'deferredOnly'    => $deferred_only,
			'picking'         => $is_picking,
			'slot'            => $slot,
			'slotText'        => '',
			'canAsk'          => $immediate || $deferred,
			'canSubmit'       => $immediate || $is_picking,
			'nowHidden'       => $deferred_only && ! $is_picking,
			'laterHidden'     => ! $deferred || $is_picking,
			'closePickerText' => $texts[ $immediate ? 'backToNow' : 'closePicker' ],
			'closedText'      => $immediate ? '' : self::closed( $is_live, $form, $texts ),
			'buttonText'      => $texts[ $is_picking ? 'bookNone' : 'button' ],
		);
	}

	/**
	 * Why nobody is called now. The next opening is not known here: the service says it when the script asks.
	 *
	 * @param bool                  $is_live The channel takes requests.
	 * @param Form_Texts            $form    Its texts.
	 * @param array<string, string> $texts   Those of the script.
	 */
	private static function closed( bool $is_live, Form_Texts $form, array $texts ): string {
		if ( ! $is_live ) {
			return $texts['closed'];
		}
		$own = $form->unavailable;
		return '' === $own || str_contains( $own, '{opening}' ) ? __( 'We are closed at the moment.', 'rappel' ) : $own;
	}

	/**
	 * A booking's time and links, while it is to come.
	 *
	 * @param array<string, mixed> $status VisitorStatus; empty for none.
	 * @return array<string, string>
	 */
	private static function booking( array $status ): array {
		$booking = 'scheduled' === Read::text( $status, 'state' ) ? Read::map( $status, 'booking' ) : array();
		$when    = Read::text( $booking, 'when' );
		return array(
			'when'        => '' !== $when && str_contains( Read::text( $status, 'message' ), $when ) ? '' : $when,
			'textMessage' => Read::text( $booking, 'textMessageSentence' ),
			'calendarUrl' => Read::text( $booking, 'calendarUrl' ),
			'changeUrl'   => Read::text( $booking, 'changeUrl' ),
		);
	}

	/**
	 * Which number is called, and when.
	 *
	 * @param array<string, mixed>  $status VisitorStatus; empty for none.
	 * @param array<string, string> $texts  Those of the script.
	 */
	private static function detail( array $status, array $texts ): string {
		if ( array() === $status || Read::truth( $status, 'final' ) ) {
			return '';
		}
		$number = str_replace( '{number}', Read::text( $status, 'numberShown' ), $texts['numberCalled'] );
		$due    = array() === Read::map( $status, 'booking' ) ? self::due( $status, $texts['calledAt'] ) : '';
		return trim( "$number $due" );
	}

	/**
	 * When the visitor is called, by the site's clock: without a script nobody knows theirs.
	 *
	 * @param array<string, mixed> $status   VisitorStatus.
	 * @param string               $sentence With "{time}".
	 */
	private static function due( array $status, string $sentence ): string {
		$at     = strtotime( Read::text( $status, 'dueAt' ) );
		$format = Read::text( array( get_option( 'date_format' ) ), 0 ) . ' ' . Read::text( array( get_option( 'time_format' ) ), 0 );
		return false === $at ? '' : str_replace( '{time}', (string) wp_date( $format, $at ), $sentence );
	}
}
