import { useState } from '@wordpress/element';
import { useScreenParameter } from '../../hooks/use-screen-parameter';
import { BlockedNumbers } from './blocked-numbers';
import { RequestDetailView } from './request-detail';
import { RequestsList } from './requests-list';

/** The list of requests, one of them, or the numbers that are blocked. */
export function RequestsScreen() {
	const [ openId, setOpenId ] = useScreenParameter( 'request' );
	const [ view, setView ] = useScreenParameter( 'view' );
	/** The row that was opened last gets the focus back. */
	const [ lastId, setLastId ] = useState( '' );
	const open = ( id: string ) => {
		setLastId( id );
		setOpenId( id );
	};
	if ( openId ) {
		return (
			<RequestDetailView
				key={ openId }
				id={ openId }
				onOpen={ open }
				onBack={ () => setOpenId( '' ) }
			/>
		);
	}
	return view === 'blocked' ? (
		<BlockedNumbers onBack={ () => setView( '' ) } />
	) : (
		<RequestsList
			onOpen={ open }
			onBlocked={ () => setView( 'blocked' ) }
			focusedId={ lastId }
		/>
	);
}
