import './code.scss';
import { addStyle } from '../add-style';
import * as code from './code';

const styled = addStyle( import.meta.url );

/** As code.ts has it, but that it is shown once its style is there. */
export const createCodeStep: typeof code.createCodeStep = ( given ) => {
	const made = code.createCodeStep( given );
	return { show: ( why ) => void styled.then( () => made.show( why ) ) };
};
