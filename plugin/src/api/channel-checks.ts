import apiFetch from '@wordpress/api-fetch';
import { addQueryArgs } from '@wordpress/url';
import type {
	ChannelTestCall,
	CostEstimate,
	Language,
	Readiness,
} from '@rappel/contract';
import { orProblem } from './problem';

const path = ( channelId: string ) => `/rappel/v1/channels/${ channelId }`;

/** All of these throw a Problem. Sentences are in the language of the reader. */
export const readReadiness = ( channelId: string, language: Language ) =>
	orProblem(
		apiFetch< Readiness >( {
			path: addQueryArgs( `${ path( channelId ) }/readiness`, {
				language,
			} ),
		} )
	);

/** Rings that number alone. */
export const startTestCall = (
	channelId: string,
	number: string,
	language: Language
) =>
	orProblem(
		apiFetch< ChannelTestCall >( {
			path: `${ path( channelId ) }/test-calls`,
			method: 'POST',
			data: { number, language },
		} )
	);

export const readTestCall = (
	channelId: string,
	testCallId: string,
	language: Language
) =>
	orProblem(
		apiFetch< ChannelTestCall >( {
			path: addQueryArgs(
				`${ path( channelId ) }/test-calls/${ testCallId }`,
				{ language }
			),
		} )
	);

export const readEstimate = ( channelId: string ) =>
	orProblem(
		apiFetch< CostEstimate >( { path: `${ path( channelId ) }/estimate` } )
	);
