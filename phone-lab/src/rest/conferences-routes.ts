import { Router, type Request } from 'express';
import { endConferenceByApi, kick } from '../calls/dial.js';
import { enqueueDial } from '../calls/dial-queue.js';
import { addCall } from '../calls/new-record.js';
import { changeParticipant } from '../conferences/conference.js';
import type { Lab } from '../lab/context.js';
import type { ConferenceRecord, ParticipantRecord } from '../state/records.js';
import { refuseCall } from './account-rules.js';
import { answer } from './answer.js';
import { pageOf, withinDates } from './paging.js';
import { Parameters } from './parameters.js';
import { callIntoConference, invitedJson } from './new-participant.js';
import { conferenceJson, participantJson } from './representations.js';
import { notFound, TwilioError } from './twilio-error.js';

const body = ( value: unknown ) =>
	new Parameters( ( value ?? {} ) as Record< string, unknown > );

/** `Coaching` with the call that alone is to hear the coach; undefined leaves it as it is, null ends it. */
function coachedBy(
	parameters: Parameters,
	conference: ConferenceRecord
): string | null | undefined {
	const callSid = parameters.text( 'CallSidToCoach' );
	const coaching =
		parameters.flag( 'Coaching' ) ?? ( callSid ? true : undefined );
	if ( ! coaching ) {
		return coaching === undefined ? undefined : null;
	}
	if (
		! conference.participants.some( ( one ) => one.callSid === callSid )
	) {
		throw new TwilioError(
			20001,
			`CallSidToCoach is the call of a participant of this conference: ${ callSid ?? 'nothing was sent' }.`
		);
	}
	return callSid;
}

/** Nobody is called into what is over. */
function refuseWhenOver( { status, sid }: ConferenceRecord ): void {
	if ( status === 'completed' ) {
		throw new TwilioError( 20001, `Conference ${ sid } is over.` );
	}
}

export function conferencesRoutes( lab: Lab ): Router {
	const { accountSid } = lab.account;
	const router = Router( { mergeParams: true } );

	const find = ( sid: string, path: string ): ConferenceRecord => {
		const conference = lab.conferences.get( sid );
		if ( ! conference ) {
			throw notFound( path );
		}
		return conference;
	};
	/** By CallSid or by label, as Twilio allows. Somebody who left is not a participant any more. */
	const findParticipant = ( {
		params: { sid, name },
		path,
	}: Request< { sid: string; name: string } > ) => {
		const conference = find( sid, path );
		const participant = conference.participants.find(
			( { callSid, label } ) => callSid === name || label === name
		);
		if ( ! participant ) {
			throw notFound( path );
		}
		return { conference, participant };
	};

	router.get( '/Conferences.json', async ( request, response ) => {
		const parameters = new Parameters( request.query );
		const [ name, status ] = [
			parameters.text( 'FriendlyName' ),
			parameters.text( 'Status' ),
		];
		const found = lab.state.conferences.filter(
			( conference ) =>
				( name === null || conference.friendlyName === name ) &&
				( status === null || conference.status === status ) &&
				withinDates( request, 'DateCreated', conference.createdAt ) &&
				withinDates( request, 'DateUpdated', conference.updatedAt )
		);
		const page = pageOf(
			request,
			'conferences',
			found.reverse(),
			( { sid } ) => sid,
			( one ) => conferenceJson( one, accountSid )
		);
		await answer( response, 200, page );
	} );

	router.get( '/Conferences/:sid.json', async ( request, response ) => {
		await answer(
			response,
			200,
			conferenceJson(
				find( request.params.sid, request.path ),
				accountSid
			)
		);
	} );

	router.post( '/Conferences/:sid.json', async ( request, response ) => {
		const conference = find( request.params.sid, request.path );
		const parameters = body( request.body );
		parameters.refuse( [ 'AnnounceUrl' ] );
		if (
			parameters.oneOf( 'Status', [ 'completed' ] as const ) !== null &&
			conference.status !== 'completed'
		) {
			endConferenceByApi( lab, conference );
		}
		await answer( response, 200, conferenceJson( conference, accountSid ) );
	} );

	router.get(
		'/Conferences/:sid/Participants.json',
		async ( request, response ) => {
			const conference = find( request.params.sid, request.path );
			const parameters = new Parameters( request.query );
			const [ muted, hold, coaching ] = [
				parameters.flag( 'Muted' ),
				parameters.flag( 'Hold' ),
				parameters.flag( 'Coaching' ),
			];
			const found = conference.participants.filter(
				( one ) =>
					( muted ?? one.muted ) === one.muted &&
					( hold ?? one.hold ) === one.hold &&
					( coaching ?? one.callSidToCoach !== null ) ===
						( one.callSidToCoach !== null )
			);
			const json = ( one: ParticipantRecord ) =>
				participantJson( one, conference, accountSid );
			await answer(
				response,
				200,
				pageOf(
					request,
					'participants',
					found.reverse(),
					( { callSid } ) => callSid,
					json
				)
			);
		}
	);

	router.post(
		'/Conferences/:sid/Participants.json',
		async ( request, response ) => {
			const conference = find( request.params.sid, request.path );
			refuseWhenOver( conference );
			const parameters = body( request.body );
			const call = callIntoConference(
				parameters,
				conference,
				coachedBy( parameters, conference ) ?? null,
				lab.clock.now()
			);
			refuseCall( lab.state.account, call.to );
			addCall( lab, call );
			await answer(
				response,
				201,
				invitedJson( call, parameters, conference, accountSid )
			);
			setImmediate( () => enqueueDial( lab, call ) );
		}
	);

	router.get(
		'/Conferences/:sid/Participants/:name.json',
		async ( request, response ) => {
			const { conference, participant } = findParticipant( request );
			await answer(
				response,
				200,
				participantJson( participant, conference, accountSid )
			);
		}
	);

	router.post(
		'/Conferences/:sid/Participants/:name.json',
		async ( request, response ) => {
			const { conference, participant } = findParticipant( request );
			const parameters = body( request.body );
			parameters.refuse( [ 'AnnounceUrl' ] );
			changeParticipant( lab, conference, participant, {
				callSidToCoach: coachedBy( parameters, conference ),
				muted: parameters.flag( 'Muted' ),
				hold: parameters.flag( 'Hold' ),
				holdUrl: parameters.url( 'HoldUrl' ) ?? undefined,
				holdMethod: parameters.method( 'HoldMethod', 'GET' ),
				endConferenceOnExit: parameters.flag( 'EndConferenceOnExit' ),
			} );
			await answer(
				response,
				200,
				participantJson( participant, conference, accountSid )
			);
		}
	);

	router.delete(
		'/Conferences/:sid/Participants/:name.json',
		async ( request, response ) => {
			kick( lab, findParticipant( request ).participant );
			await answer( response, 204, null );
		}
	);

	return router;
}
