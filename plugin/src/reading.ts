import { createContext, useContext } from '@wordpress/element';
import type { Reading } from './domain/format';
import { initialData } from './initial-data';

const ReadingContext = createContext< Reading >( { locale: 'en' } );

export const ReadingProvider = ReadingContext.Provider;

/** The language of the screen and the zone in which times are read. */
export const useReading = () => useContext( ReadingContext );

/** The user's language and the site's zone, as PHP told them; otherwise the document's and the browser's. */
export function currentReading(): Reading {
	const data = initialData();
	return {
		locale: data?.locale || document.documentElement.lang || 'en',
		...( data?.timeZone && { timeZone: data.timeZone } ),
	};
}
