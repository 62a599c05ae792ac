import { type SpokenTextKey, spokenTextKeys } from '@rappel/contract';
import { ownTexts } from './own-texts.js';
import { field, labelled, type Setting, type Site } from './setting.js';

export const voiceSettings = ( site: Site ): Setting[] => [
	labelled( 'S23', 'calls.voice', site.say( 'Man', 'Homme' ) ),
	field( 'S24', 'calls.holdMusic', 'bright' ),
	field(
		'S05',
		`calls.waitingMessage.${ site.language }`,
		ownTexts[ site.language ].waiting
	),
	...sentences( site, ( key ) => ! isOfSurvey( key ) ),
];

/** They are there once the survey is. */
export const surveySentences = ( site: Site ): Setting[] =>
	sentences( site, isOfSurvey );

const isOfSurvey = ( key: SpokenTextKey ) => key.startsWith( 'survey_' );

const sentences = (
	{ language }: Site,
	isMeant: ( key: SpokenTextKey ) => boolean
): Setting[] =>
	spokenTextKeys
		.filter( isMeant )
		.map( ( key ) =>
			field(
				'S23',
				`calls.spokenTexts.${ language }.${ key }`,
				ownSentence( key )
			)
		);

export const ownSentence = ( key: SpokenTextKey ) =>
	`Atelier ${ spokenTextKeys.indexOf( key ) + 1 }.`;
