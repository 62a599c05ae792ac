/**
 * The same sentence with the signs that make a message longer than it looks written plainly: a single ’ or no-break space turns
 * the whole message into UCS-2, and 160 characters a part into 70.
 * https://www.twilio.com/docs/glossary/what-is-gsm-7-character-encoding
 */
export function cheapText( sentence: string ): string {
	return sentence
		.replaceAll( /[\u202f\u00a0]/g, ' ' )
		.replaceAll( /[‘’]/g, "'" )
		.replaceAll( /« ?| ?»|[“”„]/g, '"' )
		.replaceAll( '…', '...' )
		.replaceAll( /[–—]/g, '-' );
}
