import { createRoot } from '@wordpress/element';
import type { ReactElement } from 'react';
import type { ScreenName } from './initial-data';
import { currentReading, ReadingProvider } from './reading';
import { AgentsScreen } from './screens/agents/agents-screen';
import { ChannelsScreen } from './screens/channels/channels-screen';
import { ConnectionScreen } from './screens/connection/connection-screen';
import { RequestsScreen } from './screens/requests/requests-screen';
import './style.scss';

const screens: Record< ScreenName, ReactElement > = {
	requests: <RequestsScreen />,
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
