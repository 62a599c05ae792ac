import swc from '@swc/jest';

/**
 * Jest transform of @wordpress/interactivity: the module waits at its top level for a debugging aid, which CommonJS cannot;
 * under test there is nothing to wait for.
 */
export default {
	createTransformer( options ) {
		const transformer = swc.createTransformer( options );
		return {
			...transformer,
			process: ( source, ...rest ) =>
				transformer.process(
					source.replace( /\bawait import\(/g, 'void import(' ),
					...rest
				),
		};
	},
};
