<?php
/**
 * Thrown in place of a redirect.
 *
 * @package Rappel
 */

namespace Rappel\Tests;

/**
 * Where a form sends the visitor; the exit after it does not happen.
 */
final class Redirected extends \Exception {

	/**
	 * The redirect.
	 *
	 * @param string $location Where to.
	 * @param int    $status   HTTP status.
	 */
	public function __construct( public readonly string $location, public readonly int $status ) {
		parent::__construct( "$status $location" );
	}
}
