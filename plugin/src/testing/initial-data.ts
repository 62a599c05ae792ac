import type { InitialData } from '../initial-data';

/** What PHP would tell of user 1, who may do everything but what `can` takes away. */
export function tellScreens( can: Partial< InitialData[ 'can' ] > = {} ): void {
	window.rappelAdmin = {
		locale: 'en',
		siteLanguages: [ 'en' ],
		timeZone: 'Europe/Paris',
		configured: false,
		userId: 1,
		can: {
			manageChannels: true,
			supervise: true,
			administrate: true,
			takeCallbacks: true,
			...can,
		},
		profileUrl: 'user-edit.php?user_id=',
		pages: {} as InitialData[ 'pages' ],
	};
}
