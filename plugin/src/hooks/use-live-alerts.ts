import { speak } from '@wordpress/a11y';
import { useEffect, useRef } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { LiveBoard } from '../domain/live-board';
import { changesBetween, type LiveChanges } from '../domain/live-changes';
import { newMissedWords, newWaitingWords } from '../domain/live-words';
import { formatNumber } from '../domain/format';
import { allowSound, playSound } from './alert-sound';
import { useBrowserSwitch } from './use-browser-switch';

/** Changes of so long are told in one sentence. */
const gatherMilliseconds = 2_000;

export interface LiveAlerts {
	hasSound: boolean;
	setSound: ( isOn: boolean ) => void;
	hasNotices: boolean;
	/** Asks the browser for permission, so only on a click. */
	setNotices: ( isOn: boolean ) => Promise< void >;
	/** False where the browser has none, or was told never to ask. */
	canHaveNotices: boolean;
}

/** Tells of what changes on the board: by voice of a screen reader, sound, and the desktop, each only where it is wanted. */
export function useLiveAlerts(
	board: LiveBoard | null,
	userId: number
): LiveAlerts {
	const [ hasSound, setSound ] = useBrowserSwitch( 'rappel-live-sound' );
	const [ wantsNotices, setWantsNotices ] = useBrowserSwitch(
		'rappel-live-notices'
	);
	const hasNotices = wantsNotices && permission() === 'granted';
	const before = useRef< LiveBoard | null >( null );
	const tellGathered = useGathered();

	useEffect( () => {
		if ( ! board || board === before.current ) {
			return;
		}
		const changes = changesBetween( before.current, board, userId );
		before.current = board;
		tellGathered( changes );
		const { rings, waiting } = changes;
		if ( rings ) {
			speak( ringSentence( changes ), 'assertive' );
		}
		if ( hasSound && ( rings || waiting.length ) ) {
			playSound( rings ? 'ringing' : 'waiting' );
		}
		if ( hasNotices && ( rings || waiting.length ) ) {
			showNotice( changes );
		}
	}, [ board, userId, hasSound, hasNotices, tellGathered ] );

	useEffect( () => {
		if ( ! hasSound ) {
			return undefined;
		}
		// It was switched on on an earlier page: the first click on this one lets it be heard.
		document.addEventListener( 'pointerdown', allowSound );
		return () => document.removeEventListener( 'pointerdown', allowSound );
	}, [ hasSound ] );

	return {
		hasSound,
		setSound: ( isOn ) => {
			setSound( isOn );
			if ( isOn ) {
				allowSound();
				setTimeout( () => playSound( 'waiting' ), 50 );
			}
		},
		hasNotices,
		setNotices: async ( isOn ) => {
			const isAllowed =
				isOn &&
				( await Notification.requestPermission() ) === 'granted';
			setWantsNotices( isAllowed );
		},
		canHaveNotices: permission() !== 'denied',
	};
}

const permission = () =>
	typeof Notification === 'undefined' ? 'denied' : Notification.permission;

/** One sentence for all that came within two seconds: a screen reader is told, not flooded. */
function useGathered(): ( changes: LiveChanges ) => void {
	const gathered = useRef( { waiting: 0, missed: 0 } );
	const timer = useRef< ReturnType< typeof setTimeout > >( undefined );
	useEffect( () => () => clearTimeout( timer.current ), [] );
	const tell = useRef( ( { waiting, missed }: LiveChanges ) => {
		gathered.current.waiting += waiting.length;
		gathered.current.missed += missed.length;
		if ( ! waiting.length && ! missed.length ) {
			return;
		}
		clearTimeout( timer.current );
		timer.current = setTimeout( () => {
			const counts = gathered.current;
			gathered.current = { waiting: 0, missed: 0 };
			speak(
				[
					counts.waiting && newWaitingWords( counts.waiting ),
					counts.missed && newMissedWords( counts.missed ),
				]
					.filter( Boolean )
					.join( ' ' )
			);
		}, gatherMilliseconds );
	} );
	return tell.current;
}

function ringSentence( { rings }: LiveChanges ): string {
	return sprintf(
		/* translators: %s: a name or a number. */
		__( 'Your phone rings: %s.', 'rappel' ),
		rings?.name || formatNumber( rings?.number ?? '' )
	);
}

/** The page itself shows it to whoever looks at it. */
function showNotice( changes: LiveChanges ): void {
	if ( ! document.hidden ) {
		return;
	}
	const notice = new Notification(
		changes.rings
			? ringSentence( changes )
			: newWaitingWords( changes.waiting.length ),
		{
			body: ( changes.rings ?? changes.waiting[ 0 ] )?.channelName ?? '',
			// Of several tabs with the dashboard one is enough.
			tag: changes.rings ? 'rappel-rings' : 'rappel-waits',
		}
	);
	notice.onclick = () => {
		window.focus();
		notice.close();
	};
}
