import { setImmediate } from 'node:timers/promises';

interface Batch< Question, Answer > {
	/** Of whoever asked last. */
	question: Question;
	answer: Promise< Answer >;
}

/**
 * Those who ask the same at the same time get one answer, which is read after each of them asked: nobody is told what was so
 * before. Who asks while an answer is being read waits for the next, with all others who do. So a busy page costs as many reads as
 * can be made one after the other, and not one for each visitor; and nothing is remembered that another instance could change.
 *
 * Not for use within a transaction: the read would not be of it.
 *
 * @param read
 * @param nameOf The same for questions that have the same answer; the one asked last is read.
 */
export function sharedRead< Question, Answer >(
	read: ( question: Question ) => Promise< Answer >,
	nameOf: ( question: Question ) => string
): ( question: Question ) => Promise< Answer > {
	const gathering = new Map< string, Batch< Question, Answer > >();
	const latest = new Map< string, Promise< Answer > >();

	return ( question ) => {
		const name = nameOf( question );
		const gathered = gathering.get( name );
		if ( gathered ) {
			gathered.question = question;
			return gathered.answer;
		}
		const answer: Promise< Answer > = untilMyTurn(
			latest.get( name )
		).then( () => {
			gathering.delete( name );
			return read( batch.question );
		} );
		const batch: Batch< Question, Answer > = { question, answer };
		gathering.set( name, batch );
		latest.set( name, answer );
		const forget = () => {
			if ( latest.get( name ) === answer ) {
				latest.delete( name );
			}
		};
		answer.then( forget, forget );
		return answer;
	};
}

/** After the read before, and after what else has come in by then. */
async function untilMyTurn( before: Promise< unknown > | undefined ) {
	await Promise.allSettled( [ before ] );
	await setImmediate();
}
