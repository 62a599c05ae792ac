/** An instant as Twilio writes it in JSON and callbacks (RFC 2822). */
export const twilioDate = ( instant: number ): string =>
	new Date( instant ).toUTCString().replace( 'GMT', '+0000' );
