/** Twilio's REST errors that the lab gives, with the HTTP status each comes with (https://www.twilio.com/docs/api/errors). */
const statusOf: Record< number, number > = {
	10004: 429,
	20001: 400,
	20003: 401,
	20004: 405,
	20404: 404,
	20429: 429,
	20500: 500,
	21201: 400,
	21205: 400,
	21210: 400,
	21211: 400,
	21212: 400,
	21213: 400,
	21214: 400,
	21215: 400,
	21219: 400,
	21220: 400,
	21608: 400,
};

export class TwilioError extends Error {
	readonly status: number;

	constructor(
		readonly code: number,
		message: string
	) {
		super( message );
		this.status = statusOf[ code ] ?? 400;
	}

	body() {
		return {
			code: this.code,
			message: this.message,
			more_info: `https://www.twilio.com/docs/errors/${ this.code }`,
			status: this.status,
		};
	}
}

export const notFound = ( path: string ): TwilioError =>
	new TwilioError( 20404, `The requested resource ${ path } was not found` );
