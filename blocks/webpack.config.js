import wordpress from '@wordpress/scripts/config/webpack.config.js';

/**
 * WordPress's own configuration, and one more module beside the block's: what a visitor loads when they reach for the free times.
 * The page imports it by its address, since webpack's own loader of chunks would weigh on every page with the block.
 */
export default wordpress.map( ( config ) =>
	config.output.module
		? {
				...config,
				entry: () => ( {
					...config.entry(),
					picker: './callback/picker/picker.ts',
				} ),
			}
		: config
);
