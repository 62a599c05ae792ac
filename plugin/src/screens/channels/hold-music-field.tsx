import { Button } from '@wordpress/components';
import { useCallback, useEffect, useRef, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { readConnection } from '../../api/connection';
import { TextField } from '../../components/fields';
import { useLoaded } from '../../hooks/use-loaded';

interface HoldMusicFieldProps {
	/** Null: Rappel's own music. */
	value: string | null;
	error: string | undefined;
	onChange: ( value: string ) => void;
}

/** The address of the hold music, which can be listened to before it is saved. */
export function HoldMusicField( {
	value,
	error,
	onChange,
}: HoldMusicFieldProps ) {
	const { value: connection } = useLoaded(
		useCallback( () => readConnection(), [] )
	);
	const own = connection?.serviceUrl
		? new URL( '/audio/hold-music.wav', connection.serviceUrl ).href
		: '';
	const address = value?.trim() || own;
	return (
		<div className="rappel-music">
			<TextField
				path="calls.holdMusicUrl"
				label={ __( 'Hold music', 'rappel' ) }
				help={ __(
					'The https address of an MP3 or WAV file. Left empty, Rappel’s own music is played.',
					'rappel'
				) }
				error={ error }
				value={ value }
				onChange={ onChange }
				maximum={ 500 }
				placeholder="https://"
				type="url"
			/>
			<Listen key={ address } address={ address } />
		</div>
	);
}

function Listen( { address }: { address: string } ) {
	const audio = useRef< HTMLAudioElement | null >( null );
	const [ isPlaying, setPlaying ] = useState( false );
	const [ hasFailed, setFailed ] = useState( false );
	useEffect( () => () => audio.current?.pause(), [] );
	const stop = () => {
		audio.current?.pause();
		setPlaying( false );
	};
	const play = async () => {
		setFailed( false );
		setPlaying( true );
		audio.current = new Audio( address );
		audio.current.addEventListener( 'ended', () => setPlaying( false ) );
		try {
			await audio.current.play();
		} catch {
			setPlaying( false );
			setFailed( true );
		}
	};
	return (
		<>
			<Button
				__next40pxDefaultSize
				variant="secondary"
				disabled={ ! address }
				onClick={ isPlaying ? stop : () => void play() }
			>
				{ isPlaying
					? __( 'Stop', 'rappel' )
					: __( 'Listen', 'rappel' ) }
			</Button>
			<p className="rappel-field-error" role="status">
				{ hasFailed &&
					__(
						'This file could not be played here. Check its address.',
						'rappel'
					) }
			</p>
		</>
	);
}
