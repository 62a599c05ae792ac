import { createHash } from 'node:crypto';

/** Numbers from a seed; each `of` is a stream of its own, so that what one part draws does not move another's. */
export class Chance {
	private draws = 0;

	constructor( private readonly seed: string ) {}

	of( name: string ): Chance {
		return new Chance( `${ this.seed }/${ name }` );
	}

	/** From 0 to below 1. */
	next(): number {
		const hash = createHash( 'sha256' ).update(
			`${ this.seed }:${ this.draws++ }`
		);
		return hash.digest().readUInt32BE() / 4_294_967_296;
	}

	between( least: number, most: number ): number {
		return least + this.next() * ( most - least );
	}

	/** A whole number from 0 to below `count`. */
	below( count: number ): number {
		return Math.floor( this.next() * count );
	}

	happens( probability: number ): boolean {
		return this.next() < probability;
	}

	pick< T >( choices: readonly T[] ): T {
		return choices[ this.below( choices.length ) ] as T;
	}

	/** One of the words, each as likely as its weight beside the others. */
	weighted< W extends string >( weights: Record< W, number > ): W {
		const entries = Object.entries< number >( weights );
		let left =
			this.next() *
			entries.reduce( ( sum, [ , weight ] ) => sum + weight, 0 );
		for ( const [ word, weight ] of entries ) {
			left -= weight;
			if ( left < 0 ) {
				return word as W;
			}
		}
		return entries[ 0 ]?.[ 0 ] as W;
	}
}
