<?php
/**
 * Plugin Name:       Rappel
 * Description:       Automatic callback: a visitor leaves a number, your company and the visitor are called and joined.
 * Version:           0.1.0
 * Requires at least: 6.6
 * Requires PHP:      8.1
 * Author:            Rappel
 * License:           GPL-2.0-or-later
 * License URI:       https://www.gnu.org/licenses/gpl-2.0.html
 * Text Domain:       rappel
 * Domain Path:       /languages
 *
 * @package Rappel
 */

namespace Rappel;

defined( 'ABSPATH' ) || exit;

define( 'RAPPEL_VERSION', '0.1.0' );
define( 'RAPPEL_FILE', __FILE__ );
define( 'RAPPEL_DIR', __DIR__ );

require_once __DIR__ . '/includes/class-autoloader.php';
Autoloader::register( __DIR__ . '/includes' );

require_once __DIR__ . '/includes/functions.php';

register_activation_hook( __FILE__, array( Installer::class, 'activate' ) );
register_deactivation_hook( __FILE__, array( Installer::class, 'deactivate' ) );

Plugin::boot();
