import {
	actOnRequestsSchema,
	cancelRequestSchema,
	connectSchema,
	contractVersion,
	createRequestSchema,
	deleteChannelQuerySchema,
	errorCodes,
	holidaysQuerySchema,
	importChannelsSchema,
	listRequestsQuerySchema,
	presenceLogQuerySchema,
	previewTextMessageSchema,
	requestFilterSchema,
	resultsQuerySchema,
	saveAgentHoursSchema,
	saveAlertSettingsSchema,
	saveChannelSchema,
	savePresenceSchema,
	saveSiteSchema,
	saveTelephonyAccountSchema,
	serviceRoutes,
	signatureHeaders,
	signatureToleranceSeconds,
	setUpSchema,
	slotsQuerySchema,
	startTestCallSchema,
	superviseSchema,
	testCallSchema,
	visitorSubmissionSchema,
	wordpressRoutes,
} from '../index.js';
import { openApi } from './open-api.js';
import { phpFile } from './php.js';
import { signatureVectors } from './signature-vectors.js';
import { wordpressSchema } from './wordpress-schema.js';

export interface GeneratedFile {
	/** From the repository's root. */
	file: string;
	content: string;
}

/** Everything that is made of the contract. */
export function generatedFiles(): GeneratedFile[] {
	return [
		{
			file: 'plugin/includes/generated/schemas.php',
			content: phpFile(
				'JSON Schema of what is sent, in the words that WordPress knows.',
				{
					visitorSubmission: wordpressSchema(
						visitorSubmissionSchema
					),
					createRequest: wordpressSchema( createRequestSchema ),
					cancelRequest: wordpressSchema( cancelRequestSchema ),
					listRequestsQuery: wordpressSchema(
						listRequestsQuerySchema
					),
					saveChannel: wordpressSchema( saveChannelSchema ),
					savePresence: wordpressSchema( savePresenceSchema ),
					saveAgentHours: wordpressSchema( saveAgentHoursSchema ),
					slotsQuery: wordpressSchema( slotsQuerySchema ),
					holidaysQuery: wordpressSchema( holidaysQuerySchema ),
					previewTextMessage: wordpressSchema(
						previewTextMessageSchema
					),
					requestFilter: wordpressSchema( requestFilterSchema ),
					actOnRequests: wordpressSchema( actOnRequestsSchema ),
					supervise: wordpressSchema( superviseSchema ),
					resultsQuery: wordpressSchema( resultsQuerySchema ),
					presenceLogQuery: wordpressSchema( presenceLogQuerySchema ),
					saveAlertSettings: wordpressSchema(
						saveAlertSettingsSchema
					),
					testCall: wordpressSchema( testCallSchema ),
					saveSite: wordpressSchema( saveSiteSchema ),
					deleteChannelQuery: wordpressSchema(
						deleteChannelQuerySchema
					),
					importChannels: wordpressSchema( importChannelsSchema ),
					startTestCall: wordpressSchema( startTestCallSchema ),
					saveTelephonyAccount: wordpressSchema(
						saveTelephonyAccountSchema
					),
					setUp: wordpressSchema( setUpSchema ),
					connect: wordpressSchema( connectSchema ),
				}
			),
		},
		{
			file: 'plugin/includes/generated/routes.php',
			content: phpFile(
				'Routes, error codes with their HTTP status, and how a call is signed.',
				{
					service: serviceRoutes,
					wordpress: wordpressRoutes,
					errors: errorCodes,
					signature: {
						version: contractVersion,
						toleranceSeconds: signatureToleranceSeconds,
						headers: signatureHeaders,
					},
				}
			),
		},
		{
			file: 'contract/generated/signature-vectors.json',
			content: json( signatureVectors() ),
		},
		{ file: 'contract/generated/openapi.json', content: json( openApi() ) },
	];
}

function json( value: unknown ): string {
	return `${ JSON.stringify( value, null, '\t' ) }\n`;
}
