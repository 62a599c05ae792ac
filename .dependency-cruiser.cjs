// The direction of dependencies, held by `npm test -- dependencies`. docs/adr/0001 says why it is this one.
const testCode = '(\\.test\\.tsx?$|/testing/)';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
	forbidden: [
		{
			name: 'no-circle',
			comment:
				'Two files that need each other are one idea cut in the wrong place.',
			severity: 'error',
			from: {},
			to: {
				circular: true,
				viaOnly: { dependencyTypesNot: [ 'type-only' ] },
			},
		},
		{
			name: 'domain-is-pure',
			comment:
				'Domain code imports other domain code and the types of the contract, nothing else: no zod, clock, environment, database, Express or Twilio.',
			severity: 'error',
			from: { path: '^service/src/[^/]+/domain/', pathNot: testCode },
			to: {
				pathNot: [
					'^service/src/[^/]+/domain/',
					'^contract/',
					'node_modules/luxon',
					'node_modules/@types/luxon',
				],
			},
		},
		{
			name: 'domain-takes-types-of-the-contract',
			comment:
				'The contract is zod at run time; the domain may know its types only.',
			severity: 'error',
			from: { path: '^service/src/[^/]+/domain/', pathNot: testCode },
			to: { path: '^contract/', dependencyTypesNot: [ 'type-only' ] },
		},
		{
			name: 'wiring-in-one-place',
			comment:
				'Only the start of the process knows how the parts are put together.',
			severity: 'error',
			from: {
				pathNot: [
					'^service/src/(main|composition-root)\\.ts$',
					testCode,
				],
			},
			to: { path: '^service/src/composition-root\\.ts$' },
		},
		{
			name: 'twilio-behind-its-port',
			comment: 'Nobody but its adapter knows Twilio.',
			severity: 'error',
			from: {
				path: '^service/src/',
				pathNot: [ '^service/src/telephony/', testCode ],
			},
			to: { path: 'node_modules/twilio/' },
		},
		{
			name: 'routes-do-not-store',
			comment: 'A route parses, calls a use case and maps its answer.',
			severity: 'error',
			from: { path: '^service/src/.*routes?\\.ts$', pathNot: testCode },
			to: { path: '-store\\.ts$', dependencyTypesNot: [ 'type-only' ] },
		},
		{
			name: 'the-wire-belongs-to-nobody',
			comment: 'The contract imports zod and itself.',
			severity: 'error',
			from: {
				path: '^contract/src/',
				pathNot: [ testCode, '^contract/src/generate' ],
			},
			to: { path: '^(service|phone-lab|blocks|plugin)/' },
		},
		{
			name: 'no-zod-for-visitors',
			comment:
				'Pages take types from the contract, so that nobody downloads zod.',
			severity: 'error',
			from: { path: '^(blocks|plugin)/', pathNot: testCode },
			to: { path: '^contract/', dependencyTypesNot: [ 'type-only' ] },
		},
		{
			name: 'the-lab-knows-no-rappel',
			comment: 'The phone lab is a phone network for anybody.',
			severity: 'error',
			from: { path: '^phone-lab/' },
			to: { path: '^(contract|service|blocks|plugin)/' },
		},
		{
			name: 'sides-meet-on-the-wire',
			comment:
				'WordPress and the service share the contract and nothing else.',
			severity: 'error',
			from: { path: '^(blocks|plugin)/' },
			to: { path: '^(service|phone-lab)/' },
		},
		{
			name: 'tests-stay-out',
			comment: 'Code that runs does not import code that tests.',
			severity: 'error',
			from: {
				path: '^(contract|service|phone-lab|blocks|plugin)/',
				pathNot: testCode,
			},
			to: { path: testCode },
		},
	],
	options: {
		doNotFollow: { path: 'node_modules' },
		exclude: { path: '(/dist/|/build/|/generated/)' },
		tsPreCompilationDeps: true,
		tsConfig: { fileName: 'tsconfig.json' },
		enhancedResolveOptions: {
			exportsFields: [ 'exports' ],
			conditionNames: [ 'types', 'import', 'require', 'node', 'default' ],
		},
	},
};
