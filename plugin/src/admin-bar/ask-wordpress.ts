import { __ } from '@wordpress/i18n';
import type { Agent } from '@rappel/contract';
import type { PresencePort } from '../presence/presence-store';
import type { BarData } from './bar-data';

/** WordPress's REST interface without wp-api-fetch, which the pages of a site do not load otherwise. */
export function presencePort( data: BarData ): PresencePort {
	let { nonce } = data;

	const send = ( method: string, path: string, body: object ) =>
		fetch( data.restUrl + path, {
			method,
			credentials: 'same-origin',
			headers: {
				'Content-Type': 'application/json',
				'X-WP-Nonce': nonce,
			},
			body: JSON.stringify( body ),
		} ).catch( () => {
			throw problem(
				__(
					'WordPress cannot be reached. Check your connection and try again.',
					'rappel'
				)
			);
		} );
	/** A page that is open for a day outlives its nonce. */
	const freshNonce = async () => {
		const answer = await fetch( data.nonceUrl, {
			credentials: 'same-origin',
		} );
		nonce = answer.ok ? await answer.text() : nonce;
	};
	const ask = async (
		method: string,
		path: string,
		body: object
	): Promise< Agent > => {
		let answer = await send( method, path, body );
		if ( answer.status === 403 && ( await isNonceOld( answer ) ) ) {
			await freshNonce();
			answer = await send( method, path, body );
		}
		const json = ( await answer.json().catch( () => ( {} ) ) ) as Agent & {
			message?: string;
		};
		if ( ! answer.ok ) {
			throw problem( json.message ?? `${ answer.status }` );
		}
		return json;
	};

	const own = `/agents/${ data.userId }`;
	return {
		sight: () => ask( 'POST', `${ own }/sightings`, {} ),
		choose: ( status ) => ask( 'PUT', `${ own }/presence`, { status } ),
	};
}

const problem = ( detail: string ) =>
	Object.assign( new Error( detail ), { detail } );

const isNonceOld = async ( answer: Response ) =>
	(
		( await answer
			.clone()
			.json()
			.catch( () => ( {} ) ) ) as { code?: string }
	 ).code === 'rest_cookie_invalid_nonce';
