import { Button } from '@wordpress/components';
import { useEffect, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { CallSettings, Language } from '@rappel/contract';

interface ListenToVoiceProps {
	text: string;
	language: Language;
	voice: CallSettings[ 'voice' ];
}

/** Pitch that makes one and the same voice of a browser sound like the other; browsers do not tell which is which. */
const pitches = { woman: 1.2, man: 0.6 };

/** Lets the browser speak: an idea of the sentence, since the phone has another voice. Nothing where browsers cannot. */
export function ListenToVoice( { text, language, voice }: ListenToVoiceProps ) {
	const [ isSpeaking, setSpeaking ] = useState( false );
	const canSpeak =
		'speechSynthesis' in window && 'SpeechSynthesisUtterance' in window;
	useEffect(
		() => () => void ( canSpeak && window.speechSynthesis.cancel() ),
		[ canSpeak ]
	);
	if ( ! canSpeak ) {
		return null;
	}
	const play = () => {
		const utterance = new SpeechSynthesisUtterance( text );
		utterance.lang = language;
		utterance.pitch = pitches[ voice ];
		utterance.onend = utterance.onerror = () => setSpeaking( false );
		window.speechSynthesis.cancel();
		window.speechSynthesis.speak( utterance );
		setSpeaking( true );
	};
	const stop = () => {
		window.speechSynthesis.cancel();
		setSpeaking( false );
	};
	return (
		<Button
			__next40pxDefaultSize
			variant="secondary"
			onClick={ isSpeaking ? stop : play }
			label={
				isSpeaking
					? __( 'Stop the voice', 'rappel' )
					: __(
							'Listen to the waiting message in your browser’s voice',
							'rappel'
						)
			}
			showTooltip
		>
			{ isSpeaking ? __( 'Stop', 'rappel' ) : __( 'Listen', 'rappel' ) }
		</Button>
	);
}
