import { json, Router } from 'express';
import type { NextFunction, Request, Response } from 'express';
import { z } from 'zod';
import { beep, holdMusic } from '../audio/tones.js';
import { advance } from '../clock/advance.js';
import { faultsRequestSchema } from '../faults/faults.js';
import {
	answerPhone,
	hangUpPhone,
	pressKeys,
	refusePhone,
} from '../phones/phone-actions.js';
import type { Lab } from './context.js';
import { LabError } from './lab-error.js';
import { clockView, phoneView, stateView } from './state-view.js';

const pressSchema = z.strictObject( {
	digits: z
		.string()
		.regex(
			/^[0-9*#]{1,32}$/,
			'Keys are 0 to 9, * and #, from 1 to 32 of them.'
		),
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

	const sounds = { 'hold-music.wav': holdMusic(), 'beep.wav': beep() };
	for ( const [ name, sound ] of Object.entries( sounds ) ) {
		router.get( `/audio/${ name }`, ( _request, response ) => {
			response
				.set( 'Cache-Control', 'max-age=3600' )
				.type( 'audio/wav' )
				.send( sound );
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
