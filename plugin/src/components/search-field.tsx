import { TextControl } from '@wordpress/components';
import { useEffect, useRef, useState } from '@wordpress/element';

interface SearchFieldProps {
	label: string;
	help?: string;
	value: string;
	maximum: number;
	/** Once typing has paused, or the field is left. */
	onSearch: ( text: string ) => void;
}

const typingPauseMilliseconds = 300;

/** What is typed stays as it is, whatever is found meanwhile; one question is asked for several letters. */
export function SearchField( {
	label,
	help,
	value,
	maximum,
	onSearch,
}: SearchFieldProps ) {
	const [ typed, setTyped ] = useState( value );
	/** Asked for by this field last: what comes back as `value` is no news then. */
	const asked = useRef( value );
	const timer = useRef< ReturnType< typeof setTimeout > >();
	useEffect( () => {
		if ( value !== asked.current ) {
			asked.current = value;
			setTyped( value );
		}
	}, [ value ] );
	useEffect( () => () => clearTimeout( timer.current ), [] );
	const ask = ( text: string ) => {
		clearTimeout( timer.current );
		const next = text.trim();
		if ( next !== asked.current ) {
			asked.current = next;
			onSearch( next );
		}
	};
	return (
		<TextControl
			__next40pxDefaultSize
			__nextHasNoMarginBottom
			type="search"
			label={ label }
			help={ help }
			maxLength={ maximum }
			value={ typed }
			onChange={ ( text ) => {
				setTyped( text );
				clearTimeout( timer.current );
				timer.current = setTimeout(
					() => ask( text ),
					typingPauseMilliseconds
				);
			} }
			onBlur={ () => ask( typed ) }
			onKeyDown={ ( { key } ) => key === 'Enter' && ask( typed ) }
		/>
	);
}
