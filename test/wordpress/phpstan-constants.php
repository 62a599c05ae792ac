<?php
/**
 * Constants that WordPress and plugin/rappel.php define, for static analysis.
 *
 * @package Rappel
 */

define( 'RAPPEL_VERSION', '0.0.0' );
define( 'RAPPEL_FILE', dirname( __DIR__, 2 ) . '/plugin/rappel.php' );
define( 'RAPPEL_DIR', dirname( __DIR__, 2 ) . '/plugin' );
define( 'ABSPATH', dirname( __DIR__, 2 ) . '/' );
define( 'MINUTE_IN_SECONDS', 60 );
define( 'HOUR_IN_SECONDS', 3600 );
define( 'DAY_IN_SECONDS', 86400 );
define( 'ARRAY_A', 'ARRAY_A' );
define( 'WP_UNINSTALL_PLUGIN', 'rappel/rappel.php' );
