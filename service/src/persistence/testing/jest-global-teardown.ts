/** Stops what jest-global-setup started. */
export default async function tearDown(): Promise< void > {
	const { stopTestMariadb } = globalThis as {
		stopTestMariadb?: () => Promise< void >;
	};
	await stopTestMariadb?.();
}
