import { beforeEach, describe, expect, it } from '@jest/globals';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { accessibilityFaults } from '../../testing/accessibility-faults';
import { createNetwork } from '../../testing/network';
import { channel, connection } from '../../testing/samples';
import '../../testing/quick-queries';
import { SectionEditor } from '../../testing/section-editor';
import type { ChannelDraft } from '../../hooks/use-channel-draft';
import { CallsSection } from './calls-section';
import { SurveySection } from './survey-section';
import { TeamSection } from './team-section';
import { VoiceSection } from './voice-section';

let network: ReturnType< typeof createNetwork >;
const own = `/rappel/v1/channels/${ channel.id }`;

beforeEach( () => {
	network = createNetwork();
	window.fetch = network.fetch;
	network.answer( 'GET', own, channel );
	network.answer( 'GET', '/rappel/v1/connection', connection );
	network.answer( 'GET', '/rappel/v1/agents', { agents: [] } );
	network.answer( 'GET', '/wp/v2/users', [] );
	network.answer( 'GET', '/rappel/v1/spoken-texts', {
		texts: { confirm: 'Press 1 to take the call.' },
	} );
	network.answer( 'PUT', own, { ...channel, version: 4 } );
} );

const edit = ( sections: ( editing: ChannelDraft ) => ReactNode ) =>
	render( <SectionEditor channel={ channel }>{ sections }</SectionEditor> )
		.container;

const choose = ( label: string, value: string ) =>
	userEvent.selectOptions( screen.getByLabelText( label ), value );

async function saved() {
	await userEvent.click( screen.getByRole( 'button', { name: 'Update' } ) );
	await waitFor( () =>
		expect( network.asks( 'PUT', own ) ).toHaveLength( 1 )
	);
	return ( network.asks( 'PUT', own )[ 0 ]!.body as typeof channel ).settings;
}

describe( 'settings of the calls', () => {
	it( 'shows what applies and hides the rest [S12] [S13]', async () => {
		edit( ( editing ) => (
			<>
				<TeamSection { ...editing } />
				<CallsSection { ...editing } />
			</>
		) );
		await userEvent.click(
			screen.getByRole( 'button', { name: 'Advanced settings' } )
		);
		expect( screen.queryByLabelText( 'Number to call' ) ).toBeNull();
		expect(
			screen.queryByLabelText( 'Among agents of the same priority' )
		).toBeNull();
		expect(
			screen.getByText( /^Calls go to the destination number/ )
		).toBeTruthy();
		await choose( 'Who is called', 'team' );
		expect(
			screen.queryByText( /^Calls go to the destination number/ )
		).toBeNull();
		expect(
			screen.getByLabelText( 'Among agents of the same priority' )
		).toBeTruthy();
		await choose( 'What happens then', 'call_number' );
		await userEvent.type(
			screen.getByLabelText( 'Number to call' ),
			'01 99 00 10 00'
		);
		await choose( 'Order of the two calls', 'client_first' );
		expect( await saved() ).toMatchObject( {
			calls: { routing: 'team', dialOrder: 'client_first' },
			fallback: { type: 'call_number', number: '01 99 00 10 00' },
		} );
	} );

	it( 'lets the owner write a spoken sentence in another language [N21]', async () => {
		edit( ( editing ) => <VoiceSection { ...editing } /> );
		await userEvent.click(
			screen.getByRole( 'button', { name: 'French' } )
		);
		await userEvent.click(
			screen.getByRole( 'button', { name: 'When your side answers' } )
		);
		const sentence = screen.getByLabelText( 'Press 1 to take the call' );
		await waitFor( () =>
			expect( sentence.getAttribute( 'placeholder' ) ).toBe(
				'Press 1 to take the call.'
			)
		);
		await userEvent.type( sentence, 'Tapez 1' );
		expect( ( await saved() ).calls.spokenTexts ).toEqual( {
			fr: { confirm: 'Tapez 1' },
		} );
	} );

	it( 'plays the standard music that is chosen [S24]', async () => {
		const played: string[] = [];
		window.HTMLMediaElement.prototype.pause = () => {};
		window.HTMLMediaElement.prototype.play = async function () {
			played.push( this.src );
		};
		edit( ( editing ) => <VoiceSection { ...editing } /> );
		await choose( 'Hold music', 'bright' );
		await userEvent.click(
			screen.getByRole( 'button', { name: 'Listen' } )
		);
		expect( played ).toEqual( [
			'https://service.example.org/audio/bright.wav',
		] );
		await choose( 'Hold music', 'own' );
		await userEvent.type(
			screen.getByLabelText( 'Address of the file' ),
			'https://example.org/a.mp3'
		);
		expect( ( await saved() ).calls.holdMusicUrl ).toBe(
			'https://example.org/a.mp3'
		);
	} );

	it( 'has recipients of bad scores, and tells how a trial went [S30]', async () => {
		const container = edit( ( editing ) => (
			<SurveySection editing={ editing } channelId={ channel.id } />
		) );
		await userEvent.click( screen.getByLabelText( 'Ask after the call' ) );
		await userEvent.type(
			screen.getByLabelText( 'Recipients' ),
			'ada@example.org{Enter}'
		);
		expect(
			await accessibilityFaults(
				container.querySelector< HTMLElement >( '#rappel-survey' )!
			)
		).toEqual( [] );
		network.answer( 'PUT', own, {
			...channel,
			settings: {
				...channel.settings,
				survey: {
					enabled: true,
					alertAtOrBelow: 2,
					recipients: [ 'ada@example.org' ],
				},
			},
		} );
		expect( ( await saved() ).survey.recipients ).toEqual( [
			'ada@example.org',
		] );
		network.answer( 'POST', `${ own }/survey-alert-test`, {
			status: 409,
			error: {
				code: 'mail_not_configured',
				message: 'The service has no mail server.',
			},
		} );
		const send = await screen.findByRole( 'button', {
			name: 'Send a test e-mail',
		} );
		await waitFor( () =>
			expect( send.getAttribute( 'aria-disabled' ) ).not.toBe( 'true' )
		);
		await userEvent.click( send );
		expect(
			await screen.findByText( 'The service has no mail server.' )
		).toBeTruthy();
	} );
} );
