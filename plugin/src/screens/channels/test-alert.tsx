import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { sendTestAlert } from '../../api/channels';
import type { Problem } from '../../api/problem';

interface TestAlertProps {
	/** Null while the channel is not saved yet. */
	channelId: string | null;
	/** The recipients on the screen are those that the service knows. */
	isSaved: boolean;
}

/** Sends a trial alert, and says how it went beside the button. */
export function TestAlert( { channelId, isSaved }: TestAlertProps ) {
	const [ isSending, setSending ] = useState( false );
	const [ told, setTold ] = useState< { isGood: boolean; text: string } >();
	const send = async ( id: string ) => {
		setSending( true );
		setTold( undefined );
		try {
			await sendTestAlert( id );
			setTold( {
				isGood: true,
				text: __( 'Sent. Look into the mailbox.', 'rappel' ),
			} );
		} catch ( error ) {
			setTold( { isGood: false, text: ( error as Problem ).detail } );
		}
		setSending( false );
	};
	return (
		<div className="rappel-test">
			<Button
				__next40pxDefaultSize
				variant="secondary"
				isBusy={ isSending }
				disabled={ ! channelId || ! isSaved || isSending }
				accessibleWhenDisabled
				onClick={ () => channelId && void send( channelId ) }
			>
				{ __( 'Send a test e-mail', 'rappel' ) }
			</Button>
			<p
				role="status"
				className={
					told?.isGood === false
						? 'rappel-field-error'
						: 'rappel-help'
				}
			>
				{ told?.text ??
					( ! isSaved &&
						__( 'Save the recipients first.', 'rappel' ) ) }
			</p>
		</div>
	);
}
