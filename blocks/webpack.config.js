import wordpress from '@wordpress/scripts/config/webpack.config.js';

/**
 * WordPress's own configuration, and more modules beside the block's, those that draw with a style of their name: what a visitor loads
 * when they reach for the free times, open the dialog, are asked for a code, or come to a page whose form opens by rules. The page imports
 * them by their addresses, since webpack's own loader of chunks would weigh on every page with the block.
 */
export default wordpress.map( ( config ) =>
	config.output.module
		? {
				...config,
				// A module asks the browser for its address, to find its style.
				module: {
					...config.module,
					parser: { javascript: { importMeta: false } },
				},
				entry: () => ( {
					...config.entry(),
					picker: './callback/picker/with-style.ts',
					dialog: './callback/dialog/with-style.ts',
					'pop-up': './callback/pop-up/pop-up.ts',
					code: './callback/code/with-style.ts',
				} ),
			}
		: config
);
