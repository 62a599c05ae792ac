import { Router } from 'express';
import { apiVersion } from '../calls/call-parameters.js';
import type { Lab } from '../lab/context.js';
import type { Address, NumberRecord } from '../state/records.js';
import { answer } from './answer.js';
import { twilioDate } from './dates.js';
import { pageOf } from './paging.js';
import { Parameters } from './parameters.js';
import { accountUri } from './representations.js';
import { notFound } from './twilio-error.js';

const addressJson = ( name: string, address: Address | null ) => ( {
	[ `${ name }_url` ]: address?.url ?? null,
	[ `${ name }_method` ]: address?.method ?? ( 'POST' as const ),
} );

function numberJson( number: NumberRecord, accountSid: string ) {
	return {
		sid: number.sid,
		account_sid: accountSid,
		phone_number: number.phoneNumber,
		friendly_name: number.friendlyName,
		...addressJson( 'voice', number.voice ),
		...addressJson( 'voice_fallback', number.voiceFallback ),
		...addressJson( 'sms', number.sms ),
		...addressJson( 'sms_fallback', number.smsFallback ),
		status_callback: number.statusCallback?.url ?? null,
		status_callback_method:
			number.statusCallback?.method ?? ( 'POST' as const ),
		voice_receive_mode: 'voice' as const,
		voice_application_sid: null,
		voice_caller_id_lookup: false,
		sms_application_sid: null,
		trunk_sid: null,
		address_sid: null,
		address_requirements: 'none' as const,
		bundle_sid: null,
		identity_sid: null,
		emergency_status: 'Inactive' as const,
		emergency_address_sid: null,
		emergency_address_status: 'unregistered' as const,
		beta: false,
		capabilities: { voice: true, sms: true, mms: false, fax: false },
		origin: 'phone lab',
		status: 'in-use',
		api_version: apiVersion,
		date_created: twilioDate( number.createdAt ),
		date_updated: twilioDate( number.updatedAt ),
		uri: `${ accountUri( accountSid ) }/IncomingPhoneNumbers/${ number.sid }.json`,
	};
}

/** What an update leaves unsaid stays; an empty address takes it away. */
function addressOf(
	parameters: Parameters,
	name: string,
	before: Address | null
): Address | null {
	const urlName = name === 'StatusCallback' ? name : `${ name }Url`;
	const url =
		parameters.text( urlName ) === null
			? ( before?.url ?? null )
			: parameters.url( urlName );
	return url === null
		? null
		: {
				url,
				method: parameters.method( `${ name }Method`, before?.method ),
			};
}

export function numbersRoutes( lab: Lab ): Router {
	const { accountSid } = lab.account;
	const router = Router( { mergeParams: true } );
	const find = ( sid: string, path: string ): NumberRecord => {
		const number = lab.state.numbers.find( ( one ) => one.sid === sid );
		if ( ! number ) {
			throw notFound( path );
		}
		return number;
	};

	router.get( '/IncomingPhoneNumbers.json', async ( request, response ) => {
		const parameters = new Parameters( request.query );
		const [ wanted, name ] = [
			parameters.text( 'PhoneNumber' ),
			parameters.text( 'FriendlyName' ),
		];
		const found = lab.state.numbers.filter(
			( number ) =>
				( wanted === null || number.phoneNumber.includes( wanted ) ) &&
				( name === null || number.friendlyName === name )
		);
		const page = pageOf(
			request,
			'incoming_phone_numbers',
			found.reverse(),
			( { sid } ) => sid,
			( one ) => numberJson( one, accountSid )
		);
		await answer( response, 200, page );
	} );

	router.get(
		'/IncomingPhoneNumbers/:sid.json',
		async ( request, response ) => {
			const number = find( request.params.sid, request.path );
			await answer( response, 200, numberJson( number, accountSid ) );
		}
	);

	router.post(
		'/IncomingPhoneNumbers/:sid.json',
		async ( request, response ) => {
			const number = find( request.params.sid, request.path );
			const parameters = new Parameters(
				( request.body ?? {} ) as Record< string, unknown >
			);
			parameters.refuse( [
				'VoiceApplicationSid',
				'SmsApplicationSid',
				'TrunkSid',
			] );
			const changed = {
				friendlyName:
					parameters.text( 'FriendlyName' ) ?? number.friendlyName,
				voice: addressOf( parameters, 'Voice', number.voice ),
				voiceFallback: addressOf(
					parameters,
					'VoiceFallback',
					number.voiceFallback
				),
				sms: addressOf( parameters, 'Sms', number.sms ),
				smsFallback: addressOf(
					parameters,
					'SmsFallback',
					number.smsFallback
				),
				statusCallback: addressOf(
					parameters,
					'StatusCallback',
					number.statusCallback
				),
			};
			Object.assign( number, changed, { updatedAt: lab.clock.now() } );
			lab.changed();
			await answer( response, 200, numberJson( number, accountSid ) );
		}
	);
	return router;
}
