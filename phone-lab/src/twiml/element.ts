/** One TwiML element, as plain data. `text` holds all text inside, tags of speech markup left out. */
export interface TwimlElement {
	name: string;
	attributes: Record< string, string >;
	text: string;
	children: TwimlElement[];
}
