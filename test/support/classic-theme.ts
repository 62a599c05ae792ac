import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** As little as a theme without blocks can be: a loop between WordPress's head and foot. */
const files = {
	'style.css':
		'/*\nTheme Name: Classic\nVersion: 1.0\n*/\nbody { background: #1d2327; color: #f0f0f1; font: 18px/1.5 serif; }\na { color: inherit; }\n',
	'functions.php':
		"<?php\nadd_action( 'wp_enqueue_scripts', static fn() => wp_enqueue_style( 'classic', get_stylesheet_uri() ) );\n",
	'index.php': `<!doctype html>
<html <?php language_attributes(); ?>>
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title><?php bloginfo( 'name' ); ?></title><?php wp_head(); ?></head>
<body <?php body_class(); ?>>
<main><?php while ( have_posts() ) { the_post(); the_content(); } ?></main>
<?php wp_footer(); ?>
</body>
</html>
`,
};

/** Lays a classic theme into a WordPress; its stylesheet's name is what it is activated by. */
export async function layClassicTheme( wordpress: string ): Promise< string > {
	const theme = join( wordpress, 'wp-content', 'themes', 'classic' );
	await mkdir( theme, { recursive: true } );
	for ( const [ name, content ] of Object.entries( files ) ) {
		await writeFile( join( theme, name ), content );
	}
	return 'classic';
}
