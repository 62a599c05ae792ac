<?php
/**
 * Everything that render.php prints.
 *
 * @package Rappel
 */

namespace Rappel\Block;

use Rappel\Channels\Channel_Copy;
use Rappel\Connection\Pairing;
use Rappel\Language;
use Rappel\Read;

defined( 'ABSPATH' ) || exit;

/**
 * The block's first state, from WordPress's copy of the channel and, on a page reached after a form sent without JavaScript,
 * from what that form left. No HTTP request is made here, save the one that pairs a site whose configuration asks for it, and the one for
 * the free times on a page that only the visitor who pressed for them gets.
 *
 * @phpstan-import-type Channel from Channel_Copy
 */
final class Callback_View {

	/**
	 * Filled by `for_block`.
	 *
	 * @param string               $hint          For editors, in place of the form; '' when there is a form.
	 * @param string               $id            Unique in the page.
	 * @param string               $channel_id    The channel.
	 * @param Form_Texts           $form          Its texts.
	 * @param array<string, mixed> $context       blocks/callback/context.ts: CallbackContext.
	 * @param string               $language      The page's, BCP 47.
	 * @param string               $post_url      Where the form goes without JavaScript.
	 * @param string               $page_url      This page, without what this plugin adds.
	 * @param string               $page_title    Its title.
	 * @param bool                 $is_filled     What follows was typed into a form that was sent without JavaScript.
	 * @param string               $typed_number  What was typed before; '' at first.
	 * @param string               $typed_name    What was typed before; '' at first.
	 * @param string               $typed_note    What was typed before; '' at first.
	 * @param bool                 $typed_consent What was ticked before.
	 * @param string               $request_key   Of a request sent without JavaScript; '' for none.
	 * @param bool                 $may_cancel    It can be taken back.
	 * @param bool                 $is_over       Nothing will change any more.
	 * @param Slot_List|null       $slots         Free times to choose from without JavaScript.
	 * @param string               $slot          The chosen one; '' for none.
	 * @param Block_Display|null   $display       How it stands on the page; null for a hint.
	 * @param bool                 $is_preview    Nobody is called.
	 */
	private function __construct(
		public readonly string $hint,
		public readonly string $id,
		public readonly string $channel_id,
		public readonly Form_Texts $form,
		public readonly array $context = array(),
		public readonly string $language = '',
		public readonly string $post_url = '',
		public readonly string $page_url = '',
		public readonly string $page_title = '',
		public readonly bool $is_filled = false,
		public readonly string $typed_number = '',
		public readonly string $typed_name = '',
		public readonly string $typed_note = '',
		public readonly bool $typed_consent = false,
		public readonly string $request_key = '',
		public readonly bool $may_cancel = false,
		public readonly bool $is_over = false,
		public readonly ?Slot_List $slots = null,
		public readonly string $slot = '',
		public readonly ?Block_Display $display = null,
		public readonly bool $is_preview = false
	) {}

	/**
	 * The view of one block; null when a visitor sees nothing of it.
	 *
	 * @param array<string, mixed> $attributes The block's.
	 */
	public static function for_block( array $attributes ): ?self {
		$hint    = '';
		$channel = null;
		if ( null === Pairing::ensure() ) {
			$hint = __( 'Rappel is not connected to its service yet. Visitors see nothing here until it is.', 'rappel' );
		} else {
			$id      = Read::text( $attributes, 'channelId' );
			$channel = self::channel( $id );
			$hint    = null === $channel ? self::no_channel( $id ) : '';
		}
		if ( null === $channel ) {
			return current_user_can( 'edit_posts' ) ? new self( $hint, '', '', new Form_Texts( array(), '' ) ) : null;
		}
		Site_Wide::note( $channel['id'] );
		return self::of_channel( $channel, Block_Display::of_block( $attributes ), Read::map( $attributes, 'texts' ) );
	}

	/**
	 * Why there is no form.
	 *
	 * @param string $id The channel that the block names; '' for none.
	 */
	private static function no_channel( string $id ): string {
		return '' === $id
			? __( 'Choose a channel for this callback form. Visitors see nothing here until then.', 'rappel' )
			: __( 'The channel of this callback form was deleted. Visitors see nothing here until you choose another one.', 'rappel' );
	}

	/**
	 * The channel, from the copy; fetched first where there is no copy yet.
	 *
	 * @param string $id Its id; '' for the only one.
	 * @return Channel|null
	 */
	private static function channel( string $id ): ?array {
		$channel = Channel_Copy::find( $id );
		if ( null === $channel && First_Copy::fetch() ) {
			$channel = Channel_Copy::find( $id );
		}
		return $channel;
	}

	/**
	 * Fills everything.
	 *
	 * @param Channel              $channel From the copy.
	 * @param Block_Display        $display How it stands on the page.
	 * @param array<string, mixed> $texts   The block's own.
	 */
	private static function of_channel( array $channel, Block_Display $display, array $texts ): self {
		$memory   = Form_Memory::of_page();
		$memory   = null !== $memory && $memory->channel_id === $channel['id'] ? $memory : null;
		$follows  = null !== $memory && array() !== $memory->status;
		$language = get_bloginfo( 'language' );
		$spoken   = Language::current();
		$form     = new Form_Texts( $channel, $spoken, $texts );
		return new self(
			'',
			wp_unique_id( 'rappel-callback-' ),
			$channel['id'],
			$form,
			Form_State::of( $channel, $form, $memory, $language ) + self::opening( $display, null !== $memory ),
			$language,
			admin_url( 'admin-post.php' ),
			Page_Address::current(),
			mb_substr( html_entity_decode( wp_get_document_title(), ENT_QUOTES, 'UTF-8' ), 0, 300 ),
			null !== $memory,
			$memory->number ?? '',
			$memory->name ?? '',
			$memory->note ?? '',
			$memory->consent ?? false,
			$follows ? $memory->key : '',
			$follows && Read::truth( $memory->status, 'canCancel' ),
			$follows && Read::truth( $memory->status, 'final' ),
			null !== $memory && $memory->picking && ! $follows ? Slot_List::of_channel( $channel['id'], $memory->slots_from, $spoken ) : null,
			$memory->slot ?? '',
			$display,
			Preview::is_on()
		);
	}

	/**
	 * What the script needs to know of a dialog, and of a preview.
	 *
	 * @param Block_Display $display   How the form stands on the page.
	 * @param bool          $is_filled It was sent before the script came.
	 * @return array<string, mixed>
	 */
	private static function opening( Block_Display $display, bool $is_filled ): array {
		return array(
			'display'   => $display->kind,
			'dialogUrl' => $display->is_in_dialog() ? Callback_Block::module_url( 'dialog' ) : '',
			'isFilled'  => $is_filled,
			'preview'   => Preview::is_on() ? Preview::sentence() : '',
		);
	}
}
