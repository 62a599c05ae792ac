import { createRoot } from '@wordpress/element';
import type { ReactElement } from 'react';
import type { ScreenName } from './initial-data';
import { currentReading, ReadingProvider } from './reading';
import { AgentsScreen } from './screens/agents/agents-screen';
import { ChannelsScreen } from './screens/channels/channels-screen';
import { ConnectionScreen } from './screens/connection/connection-screen';
import { LiveScreen } from './screens/live/live-screen';
import { RequestsScreen } from './screens/requests/requests-screen';
import { ResultsScreen } from './screens/results/results-screen';
import { SetUpScreen } from './screens/set-up/set-up-screen';
import './style.scss';

const screens: Record< ScreenName, ReactElement > = {
	live: <LiveScreen />,
	'set-up': <SetUpScreen />,
	requests: <RequestsScreen />,
	results: <ResultsScreen />,
	channels: <ChannelsScreen />,
	agents: <AgentsScreen />,
	connection: <ConnectionScreen />,
};

const root = document.getElementById( 'rappel-admin' );
const screen = screens[ root?.dataset.screen as ScreenName ];

if ( root && screen ) {
	createRoot( root ).render(
		<ReadingProvider value={ currentReading() }>{ screen }</ReadingProvider>
	);
}
