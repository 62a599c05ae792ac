import './picker.scss';
import { addStyle } from '../add-style';
import * as picker from './picker';

const styled = addStyle( import.meta.url );

/** As picker.ts has it, but that it opens once its style is there. */
export const createPicker: typeof picker.createPicker = ( given ) => {
	const made = picker.createPicker( given );
	return { ...made, open: () => void styled.then( made.open ) };
};
