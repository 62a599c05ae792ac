import {
	type SmtpServerUnderTest,
	startedSmtpServer,
} from '../../service/src/mail/testing/started-smtp-server.js';
import { ChannelEditor } from '../support/channel-editor.js';
import {
	agentName,
	alertRecipient,
	everySetting,
	leaves,
	otherRounds,
	ownSentence,
	ownTexts,
	filledIn,
	type Round,
	type SectionName,
	sections,
	siteIn,
	uncovered,
} from '../support/channel-settings/index.js';
import { type Changes, Desk } from '../support/desk.js';
import { expect, test } from '../support/e2e.js';
import { LabPage, national } from '../support/lab-page.js';
import { type Stack, startStack } from '../support/stack.js';
import { TimePicker } from '../support/time-picker.js';

const workshop = '+33199001001';
const mobile = '+33612346601';
const agent = '+33199001701';

/** What of all that was set keeps visitors of these tests from being called at once. */
const inService: Changes = {
	state: 'live',
	callTypes: 'both',
	openingHours: { always: true, holidays: { country: null, region: null } },
	calls: { routing: 'destination' },
	fallback: { type: 'refuse' },
	queue: { processing: true },
	retries: { company: { attempts: 1 }, client: { attempts: 1 } },
	textMessages: { confirmation: { enabled: true } },
	guards: { defaultCountry: 'FR', confirmNumber: 'never' },
};

for ( const [ language, locale ] of [
	[ 'en', 'en_US' ],
	[ 'fr', 'fr_FR' ],
] as const ) {
	test.describe( `a site in ${ locale }`, () => {
		// Each stands on what the first one saved.
		test.describe.configure( { mode: 'serial' } );

		const site = siteIn( language );
		const own = ownTexts[ language ];
		let stack: Stack;
		let desk: Desk;
		let editor: ChannelEditor;
		let lab: LabPage;
		let smtp: SmtpServerUnderTest;
		let agentId: number;
		/** The settings of the channel before anybody changed them. */
		let fresh: Map< string, string >;

		test.beforeAll( async ( { browser } ) => {
			test.setTimeout( 180_000 );
			smtp = await startedSmtpServer();
			stack = await startStack( {
				locale,
				serviceEnvironment: {
					SMTP_URL: smtp.url,
					MAIL_FROM: 'rappel@example.org',
				},
			} );
			desk = await Desk.open( browser, stack );
			agentId = await desk.agent( agentName, national( agent ) );
			fresh = leaves( await desk.settings() );
			editor = new ChannelEditor( desk.page, stack, site );
			lab = await LabPage.open( browser, stack.phones );
		} );

		test.afterAll( async () => {
			await stack.stop();
			await smtp.stop();
		} );

		/** Sets what a round has for the section that is open; every control that it shows is in the table. */
		const fill = async ( section: SectionName, round: Round ) => {
			await editor.setAll( round[ section ] ?? [] );
			const known = [ everySetting( site ), ...otherRounds( site ) ];
			expect
				.soft(
					uncovered(
						await editor.controls(),
						known.flatMap( ( each ) => each[ section ] ?? [] )
					),
					`on the screen of “${ section }”, and not in the table`
				)
				.toEqual( [] );
		};

		/** Paths at which the channel has what a new one has. */
		const unchanged = async ( paths: string[] ) => {
			const saved = leaves( await desk.settings() );
			return paths.filter(
				( path ) => saved.get( path ) === fresh.get( path )
			);
		};

		test( `each setting of each section is saved by “Save and continue”, from the first section to the last, and is there after a reload, on a site in ${ language } [S01, S02, S03, S04, S05, S06, S07, S08, S09, S11, S12, S14, S19, S21, S22, S23, S24, S25, S26, S27, S28, S29, S30, S31]`, async () => {
			const round = everySetting( site );
			await editor.open( 'form' );
			for ( const [ index, section ] of sections.entries() ) {
				await fill( section, round );
				await editor.saveAndContinue();
				await editor.isAt( sections[ index + 1 ] ?? section );
			}
			await editor.hasAll( round );

			const paths = Object.values( round )
				.flat()
				.map( ( { path } ) => path );
			expect(
				await unchanged( paths ),
				'set to what a new channel has'
			).toEqual( [] );
		} );

		if ( language === 'en' ) {
			test( 'what is shown only without other settings is saved and there again too, and nothing that a channel keeps is on no screen [S07, S10, S19, S24, S31]', async () => {
				let untouched = await unchanged( [ ...fresh.keys() ] );
				for ( const round of otherRounds( site ) ) {
					for ( const section of sections.filter(
						( name ) => round[ name ]
					) ) {
						await editor.goTo( section );
						await fill( section, round );
						await editor.update();
					}
					await editor.hasAll( round );
					untouched = await unchanged( untouched );
				}
				expect( untouched ).toEqual( [] );
			} );
		}

		test( `the page and the call are as they were set, in ${ language } [S01, S02, S03, S05, S08, S11, S13, S21, S23, S24, S29, S30]`, async ( {
			page,
		} ) => {
			await desk.change( inService );
			if ( language === 'en' ) {
				await desk.change( {
					calls: {
						holdMusicUrl: `${ stack.serviceUrl }/audio/strings.wav`,
					},
				} );
			}
			await page.goto( stack.page );
			await expect( page.getByText( own.introduction ) ).toBeVisible();
			await expect( page.getByText( own.otherWays ) ).toBeVisible();
			await page.getByLabel( own.nameLabel ).fill( 'Zoé Martin' );
			await page.getByLabel( own.noteLabel ).fill( 'Une chaise' );
			await page.getByLabel( own.phoneLabel ).fill( national( mobile ) );
			const send = page.getByRole( 'button', { name: own.buttonLabel } );
			await send.click();
			await expect( page.getByLabel( own.consent ) ).toBeFocused();
			await page.getByLabel( own.consent ).check();
			await send.click();
			await expect( page.getByRole( 'status' ) ).toContainText(
				own.confirmation
			);

			await lab.answer( mobile );
			await lab.hears( mobile, ownSentence( 'client_keys' ) );
			await lab.press( mobile, '1' );
			await lab.hears( mobile, ownSentence( 'recording_consent' ) );
			await lab.press( mobile, '1' );
			const waiting = site.say(
				own.waiting,
				ownSentence( 'waiting_client' )
			);
			await lab.hears( mobile, waiting );
			const heard = ( await stack.phones.phone( mobile ) )?.heard;
			expect(
				heard?.find( ( { text } ) => text === waiting )?.voice
			).toBe( site.say( 'Polly.Brian-Neural', 'Polly.Remi-Neural' ) );
			await lab.hears( mobile, site.say( /strings/, /bright/ ) );
			await lab.answer( workshop );
			await lab.hears( workshop, 'Une chaise' );
			await lab.hears( workshop, 'Drücken Sie' );
			await lab.press( workshop, '1' );
			await lab.talk( mobile, workshop );
			await lab.hangUp( workshop );
			await lab.press( mobile, '3' );
			await smtp.arrived( 1 );
			expect( smtp.letters[ 0 ]?.to ).toEqual( [ alertRecipient ] );
			await expect( page.locator( '[data-state="done"]' ) ).toBeVisible();
		} );

		test( `the times and the SMS are as they were set, in ${ language } [S04, S09, S25, S26, S27]`, async ( {
			page,
		} ) => {
			await page.goto( stack.page );
			await page.getByRole( 'button', { name: own.laterLabel } ).click();
			const picker = TimePicker.on( page, stack );
			await expect( picker.times.first() ).toBeVisible();
			const now = Date.now();
			const free = await picker.free();
			expect( Date.parse( free[ 0 ] ?? '' ) - now ).toBeGreaterThan(
				119 * 60_000
			);
			expect( Date.parse( free.at( -1 ) ?? '' ) - now ).toBeLessThan(
				3 * 86_400_000
			);
			await picker.choose( 0 );
			await page.getByLabel( own.nameLabel ).fill( 'Zoé' );
			await page.getByLabel( own.phoneLabel ).fill( national( mobile ) );
			await page.getByLabel( own.consent ).check();
			await picker.bookButton.click();
			await expect( page.getByRole( 'status' ) ).toContainText(
				filledIn( own.bookingConfirmation.replace( '{name}', 'Zoé' ) )
			);
			await expect( lab.sms( mobile ) ).toContainText(
				filledIn( own.sms )
			);
			await TimePicker.cancel(
				page,
				site.say( 'Cancel my request', 'Annuler ma demande' )
			);
		} );

		if ( language === 'en' ) {
			test( 'one call type alone leaves its button alone on the page [S08, S09, S10]', async ( {
				page,
			} ) => {
				for ( const [ callTypes, shown, hidden ] of [
					[ 'immediate', own.buttonLabel, own.laterLabel ],
					[ 'deferred', own.laterLabel, own.buttonLabel ],
				] as const ) {
					await desk.change( { callTypes } );
					await page.goto( stack.page );
					await expect(
						page.getByRole( 'button', { name: shown } )
					).toBeVisible();
					await expect(
						page.getByRole( 'button', { name: hidden } )
					).toBeHidden();
				}
			} );

			test( 'who was added to the team by “+” is called, and only while online where that is asked [S06, S12, S14, S20]', async ( {
				page,
			} ) => {
				const client = '+33199003701';
				await desk.change( {
					callTypes: 'both',
					calls: {
						routing: 'team',
						dialOrder: 'company_first',
						clientKeys: false,
					},
					recording: { enabled: false },
					survey: { enabled: false },
				} );
				await page.goto( stack.page );
				await page
					.getByLabel( own.phoneLabel )
					.fill( national( client ) );
				await page.getByLabel( own.consent ).check();
				await page
					.getByRole( 'button', { name: own.buttonLabel } )
					.click();
				await lab.answer( agent );
				await lab.press( agent, '1' );
				await lab.answer( client );
				await lab.talk( agent, client );
				await lab.hangUp( client );
				await expect(
					page.locator( '[data-state="done"]' )
				).toBeVisible();

				await desk.presence( agentId, 'offline' );
				await page.goto( stack.page );
				await expect(
					page.getByRole( 'button', { name: own.buttonLabel } )
				).toBeHidden();
				await expect( page.getByText( own.unavailable ) ).toBeVisible();
			} );
		}
	} );
}
