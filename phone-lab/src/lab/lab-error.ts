/** Something the lab API refuses, with a sentence that says what to do. */
export class LabError extends Error {
	constructor(
		readonly status: 400 | 403 | 404 | 409,
		message: string
	) {
		super( message );
	}
}
