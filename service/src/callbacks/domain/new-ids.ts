/** Ids that were made for what a decision may plan; the domain makes none itself. */
export class NewIds {
	private next = 0;

	constructor( private readonly ids: readonly string[] ) {}

	take(): string {
		const id = this.ids[ this.next++ ];
		if ( id === undefined ) {
			throw new Error( 'Too few new ids for what is planned' );
		}
		return id;
	}
}
