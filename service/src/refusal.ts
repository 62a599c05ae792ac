import type { ErrorCode, AlternativeSlot } from '@rappel/contract';
import type { TextKey } from './messages/text-key.js';

export interface RefusalOptions {
	/** The field at fault, as a JSON path into the request's body: "number", "settings.calls.destinationNumber". */
	field?: string;
	/** Fills the placeholders of the sentence. */
	values?: Record< string, string | number >;
	/** When the same thing may be tried again. */
	retryAt?: Date;
	/** The nearest free slots, for one that cannot be booked. */
	alternatives?: AlternativeSlot[];
	/** The sentence for the person, where the code's own (`problem.<code>`) is too general. */
	text?: TextKey;
}

/**
 * A use case says no for a reason that a person can do something about. Thrown by use cases and mapped once, in `http/`, to
 * a localized problem; whoever catches it elsewhere reads `code`.
 */
export class Refusal extends Error {
	readonly code: ErrorCode;
	readonly field?: string;
	readonly values?: Record< string, string | number >;
	readonly retryAt?: Date;
	readonly alternatives?: AlternativeSlot[];
	readonly text: TextKey;

	constructor( code: ErrorCode, options: RefusalOptions = {} ) {
		super( code );
		this.name = 'Refusal';
		this.code = code;
		this.text = options.text ?? `problem.${ code }`;
		if ( options.field !== undefined ) {
			this.field = options.field;
		}
		if ( options.values !== undefined ) {
			this.values = options.values;
		}
		if ( options.retryAt !== undefined ) {
			this.retryAt = options.retryAt;
		}
		if ( options.alternatives !== undefined ) {
			this.alternatives = options.alternatives;
		}
	}
}
