import { Button } from '@wordpress/components';
import { useEffect, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { CallSettings, Language } from '@rappel/contract';

interface ListenToVoiceProps {
	text: string;
	language: Language;
	voice: CallSettings[ 'voice' ];
	/** What is heard: "Waiting message". */
	label: string;
}

/** Pitch that makes one and the same voice of a browser sound like the other; browsers do not tell which is which. */
const pitches = { woman: 1.2, man: 0.6 };

/** Lets the browser speak: an idea of the sentence, since the phone has another voice. Nothing where browsers cannot. */
export function ListenToVoice( {
	text,
	language,
	voice,
	label,
}: ListenToVoiceProps ) {
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
					: sprintf(
							/* translators: %s: a sentence that is spoken: "Waiting message". */
							__(
								'Listen in your browser’s voice: %s',
								'rappel'
							),
							label
						)
			}
			showTooltip
		>
			{ isSpeaking ? __( 'Stop', 'rappel' ) : __( 'Listen', 'rappel' ) }
		</Button>
	);
}
