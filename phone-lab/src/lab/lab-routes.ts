import { json, Router } from 'express';
import type { NextFunction, Request, Response } from 'express';
import { z } from 'zod';
import { beep, holdMusic } from '../audio/tones.js';
import { advance } from '../clock/advance.js';
import { faultsRequestSchema } from '../faults/faults.js';
import { callFromPhone } from '../calls/incoming.js';
import { dialQueued } from '../calls/dial-queue.js';
import { messageFromPhone } from '../messages/incoming-messages.js';
import { recordingWav } from '../recordings/recording-sound.js';
import { speakAtPhone } from '../phones/speak.js';
import {
	answerPhone,
	hangUpPhone,
	pressKeys,
	refusePhone,
} from '../phones/phone-actions.js';
import type { Lab } from './context.js';
import { LabError } from './lab-error.js';
import { liveView } from './live-view.js';
import { clockView, phoneView, stateView } from './state-view.js';

const pressSchema = z.strictObject( {
	digits: z
		.string()
		.regex(
			/^[0-9*#]{1,32}$/,
			'Keys are 0 to 9, * and #, from 1 to 32 of them.'
		),
} );
const accountNumber = z
	.string()
	.regex(
		/^\+[1-9]\d{6,14}$/,
		'A number is in E.164, such as +33612345678.'
	);
const sentence = z.string().trim().min( 1, 'Say something.' ).max( 1_600 );
const callSchema = z.strictObject( { to: accountNumber } );
const speakSchema = z.strictObject( { text: sentence } );
const messageSchema = z.strictObject( { to: accountNumber, body: sentence } );
const limit = z.int().min( 0 ).max( 1_000 );
const settingsSchema = z.strictObject( {
	callsPerSecond: limit.optional(),
	maximumCalls: limit.optional(),
} );
const e164 = z.string().regex( /^\+[1-9]\d{6,14}$/ );
const accountSchema = z.strictObject( {
	type: z.enum( [ 'Full', 'Trial' ] ).optional(),
	balanceMilli: z.int().min( -1_000_000 ).max( 1_000_000_000 ).optional(),
	verifiedNumbers: z.array( e164 ).max( 100 ).optional(),
	countries: z
		.array( z.string().regex( /^[A-Z]{2}$/ ) )
		.nullable()
		.optional(),
} );
const clockSchema = z.union( [
	z.strictObject( { mode: z.enum( [ 'real', 'virtual' ] ) } ),
	z.strictObject( { advanceSeconds: z.number().min( 0 ).max( 31_536_000 ) } ),
] );

function parse< T >( schema: z.ZodType< T >, body: unknown, help: string ): T {
	const parsed = schema.safeParse( body ?? {} );
	if ( ! parsed.success ) {
		const issue = parsed.error.issues[ 0 ];
		const where = issue?.path.length
			? ` (${ issue.path.join( '.' ) })`
			: '';
		throw new LabError(
			400,
			`${ issue?.message ?? 'This cannot be read.' }${ where } ${ help }`
		);
	}
	return parsed.data;
}

function numberOf( request: Request ): string {
	const number = `+${ String( request.params.number ).replace( /^[+\s]/, '' ) }`;
	if ( ! /^\+[1-9]\d{6,14}$/.test( number ) ) {
		throw new LabError(
			404,
			`${ number } is not a number in E.164, such as +33612345678.`
		);
	}
	return number;
}

/** The lab's own API, to look in and to act as the people at the phones. */
export function labRoutes(
	lab: Lab,
	working: ReadonlySet< Promise< unknown > >
): Router {
	const router = Router();
	router.use( json( { limit: '256kb' } ) );

	router.get(
		'/state',
		( _request, response ) => void response.json( stateView( lab ) )
	);
	router.get(
		'/live',
		( _request, response ) =>
			void response.json( liveView( lab, working.size ) )
	);

	const phone = (
		path: string,
		act: ( number: string, request: Request ) => void
	) =>
		router.post(
			`/phones/:number/${ path }`,
			async ( request, response ) => {
				const number = numberOf( request );
				act( number, request );
				await lab.saved();
				response.json( phoneView( lab, number ) );
			}
		);
	phone( 'answer', ( number ) => answerPhone( lab, number ) );
	phone( 'refuse', ( number ) => refusePhone( lab, number ) );
	phone( 'hangup', ( number ) => hangUpPhone( lab, number ) );
	phone( 'press', ( number, request ) => {
		const { digits } = parse(
			pressSchema,
			request.body,
			'Send {"digits": "1"}.'
		);
		pressKeys( lab, number, digits );
	} );

	phone( 'call', ( number, request ) => {
		const { to } = parse(
			callSchema,
			request.body,
			'Send {"to": "+33199001234"}.'
		);
		callFromPhone( lab, number, to );
	} );
	phone( 'speak', ( number, request ) => {
		const { text } = parse(
			speakSchema,
			request.body,
			'Send {"text": "Hello"}.'
		);
		speakAtPhone( lab, number, text );
	} );
	phone( 'sms', ( number, request ) => {
		const { to, body } = parse(
			messageSchema,
			request.body,
			'Send {"to": "+33199001234", "body": "Hello"}.'
		);
		messageFromPhone( lab, number, to, body );
	} );

	router.post( '/settings', async ( request, response ) => {
		const wanted = parse(
			settingsSchema,
			request.body,
			'Send {"callsPerSecond": 1, "maximumCalls": 0}; 0 is no limit.'
		);
		const { settings } = lab.state;
		settings.callsPerSecond =
			wanted.callsPerSecond ?? settings.callsPerSecond;
		settings.maximumCalls = wanted.maximumCalls ?? settings.maximumCalls;
		lab.state.nextDialAt = lab.clock.now();
		dialQueued( lab );
		lab.changed();
		await lab.saved();
		response.json( settings );
	} );

	router.post( '/account', async ( request, response ) => {
		const wanted = parse(
			accountSchema,
			request.body,
			'Send {"type": "Trial", "balanceMilli": 20000, "verifiedNumbers": [ "+33…" ], "countries": [ "FR" ]}; null is every country.'
		);
		const { account } = lab.state;
		lab.state.account = {
			type: wanted.type ?? account.type,
			balanceMilli: wanted.balanceMilli ?? account.balanceMilli,
			verifiedNumbers: wanted.verifiedNumbers ?? account.verifiedNumbers,
			countries:
				wanted.countries === undefined
					? account.countries
					: wanted.countries,
		};
		lab.changed();
		await lab.saved();
		response.json( lab.state.account );
	} );

	router.get( '/recordings/:sid.wav', ( request, response ) => {
		const recording = lab.recordings.get( request.params.sid );
		if ( ! recording ) {
			throw new LabError( 404, 'There is no such recording any more.' );
		}
		response.type( 'audio/wav' ).send( recordingWav( recording ) );
	} );

	router.post( '/faults', async ( request, response ) => {
		const wanted = parse(
			faultsRequestSchema,
			request.body,
			'See "Faults" in the README of the phone lab.'
		);
		const { faults } = lab.state;
		faults.rules = wanted.faults;
		if ( wanted.seed !== undefined ) {
			faults.seed = wanted.seed;
			faults.draws = 0;
		}
		lab.changed();
		await lab.saved();
		response.json( faults );
	} );

	router.post( '/clock', async ( request, response ) => {
		const wanted = parse(
			clockSchema,
			request.body,
			'Send {"mode": "virtual"}, {"mode": "real"} or {"advanceSeconds": 30}.'
		);
		if ( 'mode' in wanted ) {
			lab.clock.setMode( wanted.mode );
			lab.timers.arm();
		} else if ( lab.clock.state.mode === 'real' ) {
			throw new LabError(
				409,
				'The clock is real and moves by itself. Send {"mode": "virtual"} first.'
			);
		} else {
			await advance(
				lab.clock,
				lab.timers,
				working,
				wanted.advanceSeconds
			);
		}
		lab.changed();
		await lab.saved();
		response.json( clockView( lab ) );
	} );

	const sounds = { 'hold-music.wav': holdMusic, 'beep.wav': beep };
	for ( const [ name, sound ] of Object.entries( sounds ) ) {
		router.get( `/audio/${ name }`, ( _request, response ) => {
			response
				.set( 'Cache-Control', 'max-age=3600' )
				.type( 'audio/wav' )
				.send( sound() );
		} );
	}

	router.use( ( request: Request ) => {
		throw new LabError(
			404,
			`The phone lab has no ${ request.method } ${ request.originalUrl }.`
		);
	} );
	router.use(
		(
			error: unknown,
			_request: Request,
			response: Response,
			next: NextFunction
		) => {
			if ( response.headersSent ) {
				return next( error );
			}
			// body-parser's own errors carry a status too: JSON that is none, a body too large.
			const status =
				error instanceof LabError
					? error.status
					: ( ( error as { status?: number } ).status ?? 500 );
			if ( status === 500 ) {
				process.stderr.write(
					`Phone lab: ${ error instanceof Error ? error.stack : String( error ) }\n`
				);
			}
			response.status( status ).json( {
				error: error instanceof Error ? error.message : String( error ),
			} );
		}
	);
	return router;
}
