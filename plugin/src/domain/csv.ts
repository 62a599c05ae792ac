/** What a spreadsheet would take for a formula (OWASP, "CSV Injection"). */
const formulaStart = /^[=+\-@\t\r]/;

const cell = ( text: string ) => {
	const safe = formulaStart.test( text ) ? `'${ text }` : text;
	return /[",\n\r;]/.test( safe )
		? `"${ safe.replaceAll( '"', '""' ) }"`
		: safe;
};

/** RFC 4180, with the mark by which Excel knows UTF-8; no cell is a formula. */
export const csvOf = ( rows: string[][] ) =>
	`\uFEFF${ rows.map( ( row ) => row.map( cell ).join( ',' ) ).join( '\r\n' ) }\r\n`;
