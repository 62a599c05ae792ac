import { useEffect, useState } from '@wordpress/element';

const minuteMilliseconds = 60_000;

/** The time, fresh at each new minute. */
export function useNow(): Date {
	const [ now, setNow ] = useState( () => new Date() );
	useEffect( () => {
		const timer = setTimeout(
			() => setNow( new Date() ),
			minuteMilliseconds - ( now.getTime() % minuteMilliseconds )
		);
		return () => clearTimeout( timer );
	}, [ now ] );
	return now;
}
