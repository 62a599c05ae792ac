import { Button } from '@wordpress/components';
import { useEffect, useRef, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';

/** Plays a sound from its address, and stops it again. Key it by the address: another sound is another player. */
export function Listen( { address }: { address: string } ) {
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
