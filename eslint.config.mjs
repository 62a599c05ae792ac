// Rules come from @wordpress/scripts; what differs for code that runs in Node and not in a browser is said here, with its reason.
import wordpress from '@wordpress/scripts/config/eslint.config.cjs';

export default [
	...wordpress,
	{
		ignores: [
			'**/dist/**',
			'**/generated/**',
			'.data/**',
			'test-results/**',
			'playwright-report/**',
		],
	},
	{
		settings: {
			'import/resolver': { typescript: true, node: true },
		},
		rules: {
			// TypeScript resolves imports, with ".js" standing for ".ts"; the rule does not know that.
			'import/no-unresolved': 'off',
			// Types say what a parameter is; a docblock says what a type cannot.
			'jsdoc/require-param': 'off',
			'jsdoc/require-returns': 'off',
			'jsdoc/require-returns-type': 'off',
			'jsdoc/check-tag-names': 'off',
		},
	},
	{
		files: [ '{contract,service,phone-lab,scripts,test}/**' ],
		rules: {
			// Node code has no window to take these from.
			'no-console': 'error',
			'@wordpress/no-global-event-listener': 'off',
			// Playwright's and React's rules do not apply where neither runs.
			'react-hooks/rules-of-hooks': 'off',
		},
	},
	{
		files: [ '**/*.test.{ts,tsx}', '**/testing/**' ],
		rules: {
			// What tests take from the root of the checkout is not what a workspace ships.
			'import/no-extraneous-dependencies': 'off',
		},
	},
	{
		files: [ '**/*.{ts,tsx,mts}' ],
		rules: {
			'@typescript-eslint/no-explicit-any': 'error',
			// The core rules know nothing of types: the compiler does both better.
			'no-undef': 'off',
			'no-unused-vars': 'off',
			'no-redeclare': 'off',
		},
	},
];
