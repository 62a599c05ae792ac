import './dialog.scss';
import { addStyle } from '../add-style';
import * as dialog from './dialog';

const styled = addStyle( import.meta.url );

/** As dialog.ts has it, once its style is there. */
export const showDialog: typeof dialog.showDialog = ( ...given ) =>
	void styled.then( () => dialog.showDialog( ...given ) );
