import { Router } from 'express';
import type { Lab } from '../lab/context.js';
import { priceUnit } from '../prices/prices.js';
import { answer } from './answer.js';
import { twilioDate } from './dates.js';
import { pageOf } from './paging.js';
import { Parameters } from './parameters.js';
import { accountUri } from './representations.js';

/** What an owner reads of the account: balance, and numbers that it has verified. */
export function accountRoutes( lab: Lab ): Router {
	const { accountSid } = lab.account;
	const router = Router( { mergeParams: true } );

	router.get( '/Balance.json', async ( _request, response ) => {
		await answer( response, 200, {
			account_sid: accountSid,
			balance: String( lab.state.account.balanceMilli / 1_000 ),
			currency: priceUnit,
		} );
	} );

	router.get( '/OutgoingCallerIds.json', async ( request, response ) => {
		const wanted = new Parameters( request.query ).text( 'PhoneNumber' );
		const found = lab.state.account.verifiedNumbers.filter(
			( number ) => wanted === null || number === wanted
		);
		const page = pageOf(
			request,
			'outgoing_caller_ids',
			found,
			sidOfVerified,
			( number ) => ( {
				sid: sidOfVerified( number ),
				account_sid: accountSid,
				friendly_name: number,
				phone_number: number,
				date_created: twilioDate( 0 ),
				date_updated: twilioDate( 0 ),
				uri: `${ accountUri( accountSid ) }/OutgoingCallerIds/${ sidOfVerified( number ) }.json`,
			} )
		);
		await answer( response, 200, page );
	} );

	return router;
}

/** The same for the same number, so that a page can name the one before it. */
function sidOfVerified( number: string ): string {
	return `PN${ number.slice( 1 ).padStart( 32, '0' ) }`;
}
