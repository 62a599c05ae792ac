import {
	TelephonyError,
	type Telephony,
	type TelephonyOf,
} from '../telephony/telephony.js';
import { SealError } from '../secrets/sealing.js';
import { NoSecretsKey, type Accounts, type Credentials } from './accounts.js';

interface Options {
	accounts: Pick< Accounts, 'ofSite' >;
	/** The network, by this account. */
	open: ( credentials: Credentials ) => Telephony;
}

/** Of the site, the network of now first. */
type Networks = [ Telephony, ...Telephony[] ];

/**
 * What is new goes over the account that the site has now. What is known already (a call, a recording) is looked for there first, and
 * then in the accounts it had before: an owner may change the account while somebody talks.
 */
export function createTelephonyOf( { accounts, open }: Options ): TelephonyOf {
	const opened = new Map< string, Telephony >();
	const networkOf = ( credentials: Credentials ): Telephony => {
		const key = `${ credentials.accountSid } ${ credentials.authToken }`;
		const network = opened.get( key ) ?? open( credentials );
		opened.set( key, network );
		return network;
	};

	const networksOf = async ( siteId: string ): Promise< Networks > => {
		try {
			const [ current, ...earlier ] = await accounts.ofSite( siteId );
			return [ networkOf( current ), ...earlier.map( networkOf ) ];
		} catch ( error ) {
			throw notOpened( error );
		}
	};

	return ( siteId ) => {
		const now = async (): Promise< Telephony > =>
			( await networksOf( siteId ) )[ 0 ];
		const first = async < T >(
			ask: ( network: Telephony ) => Promise< T >,
			isKnown: ( answer: T ) => boolean
		): Promise< T > =>
			firstThatKnows( await networksOf( siteId ), ask, isKnown );
		const everywhere = async (
			ask: ( network: Telephony ) => Promise< void >
		): Promise< void > => askAll( await networksOf( siteId ), ask );
		return {
			placeCall: async ( order ) => ( await now() ).placeCall( order ),
			placeAnnouncement: async ( order ) =>
				( await now() ).placeAnnouncement( order ),
			sendMessage: async ( order ) =>
				( await now() ).sendMessage( order ),
			readAccount: async () => ( await now() ).readAccount(),
			readBalance: async () => ( await now() ).readBalance(),
			minutePrice: async ( call ) => ( await now() ).minutePrice( call ),
			segmentPrice: async ( country ) =>
				( await now() ).segmentPrice( country ),
			checkCredentials: async () => ( await now() ).checkCredentials(),
			endCall: ( callSid ) =>
				everywhere( ( network ) => network.endCall( callSid ) ),
			redirectCall: ( ...asked ) =>
				first(
					( network ) => network.redirectCall( ...asked ),
					isTrue
				),
			fetchCall: ( callSid ) =>
				first( ( network ) => network.fetchCall( callSid ), isThere ),
			findCalls: ( wanted ) =>
				first(
					( network ) => network.findCalls( wanted ),
					( calls ) => calls.length > 0
				),
			inviteToRoom: ( order ) =>
				first( ( network ) => network.inviteToRoom( order ), isThere ),
			changeHearing: ( ...asked ) =>
				first(
					( network ) => network.changeHearing( ...asked ),
					isTrue
				),
			startRecording: ( ...asked ) =>
				everywhere( ( network ) => network.startRecording( ...asked ) ),
			fetchRecording: ( sid ) =>
				first( ( network ) => network.fetchRecording( sid ), isThere ),
			deleteRecording: ( sid ) =>
				everywhere( ( network ) => network.deleteRecording( sid ) ),
			priceOfCall: ( sid ) =>
				first( ( network ) => network.priceOfCall( sid ), isPriced ),
			priceOfMessage: ( sid ) =>
				first( ( network ) => network.priceOfMessage( sid ), isPriced ),
		};
	};
}

/**
 * An account that refuses, since its owner took its token away or closed it, is passed over: unless it is the one of now, and no
 * other knows either.
 */
async function firstThatKnows< T >(
	[ current, ...earlier ]: Networks,
	ask: ( network: Telephony ) => Promise< T >,
	isKnown: ( answer: T ) => boolean
): Promise< T > {
	const asked = ask( current );
	const answer = earlier.length > 0 ? await unlessRefused( asked ) : null;
	if ( answer && isKnown( answer.value ) ) {
		return answer.value;
	}
	for ( const network of earlier ) {
		const other = await unlessRefused( ask( network ) );
		if ( other && isKnown( other.value ) ) {
			return other.value;
		}
	}
	return asked;
}

/** What does not tell whether it was known there. It was refused only where every account refuses. */
async function askAll(
	networks: Networks,
	ask: ( network: Telephony ) => Promise< void >
): Promise< void > {
	const asked = ask( networks[ 0 ] );
	let accepted = ( await unlessRefused( asked ) ) !== null;
	for ( const network of networks.slice( 1 ) ) {
		accepted =
			( await unlessRefused( ask( network ) ) ) !== null || accepted;
	}
	if ( ! accepted ) {
		await asked;
	}
}

/** Null when it refuses. */
async function unlessRefused< T >(
	asked: Promise< T >
): Promise< { value: T } | null > {
	try {
		return { value: await asked };
	} catch ( error ) {
		if ( isRefusal( error ) ) {
			return null;
		}
		throw error;
	}
}

function isRefusal( error: unknown ): boolean {
	return (
		error instanceof TelephonyError &&
		( error.kind === 'settings' || error.kind === 'permanent' )
	);
}

/** Nothing was sent yet: only the owner can mend a lost key, and anything else passes. */
function notOpened( error: unknown ): TelephonyError {
	return error instanceof SealError || error instanceof NoSecretsKey
		? new TelephonyError( 'settings', 'secrets_key', error.message )
		: new TelephonyError(
				'retryable',
				'account_not_read',
				'The account of the site could not be read'
			);
}

const isTrue = ( answer: boolean ): boolean => answer;
const isThere = ( answer: object | null ): boolean => answer !== null;
const isPriced = ( answer: object | string ): boolean => answer !== 'never';
