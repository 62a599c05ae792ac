import { ChipsField, type Place } from '../../components/chips-field';
import { LongTextField, TextField } from '../../components/fields';
import { withText, type OwnTexts } from '../../domain/own-texts';
import { useEditorPlace } from './editor-place';

interface OwnTextFieldProps {
	/** Without the language: "form.introduction". */
	path: string;
	label: string;
	help?: string;
	texts: OwnTexts;
	onChange: ( texts: OwnTexts ) => void;
	/** Faults of the draft, by field. */
	errors: Record< string, string >;
	maximum: number;
	/** What applies while nothing is typed. */
	placeholder?: string | undefined;
	isLong?: boolean;
	/** Words in braces that are filled in; with them it is a long text. */
	places?: readonly Place[];
}

/** A text of the owner's in the language that is being written. */
export function OwnTextField( {
	path,
	texts,
	onChange,
	errors,
	isLong = false,
	places,
	...field
}: OwnTextFieldProps ) {
	const { language } = useEditorPlace();
	const place = `${ path }.${ language }`;
	const shared = {
		...field,
		path: place,
		error: errors[ place ],
		value: texts[ language ] ?? '',
		onChange: ( text: string ) =>
			onChange( withText( texts, language, text ) ),
	};
	if ( places ) {
		return <ChipsField { ...shared } places={ places } />;
	}
	return isLong ? (
		<LongTextField { ...shared } />
	) : (
		<TextField { ...shared } />
	);
}
