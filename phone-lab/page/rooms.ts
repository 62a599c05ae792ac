import { element, keyed, setText } from './dom.js';
import { listOf, text, textOr } from './texts.js';
import type { ConferenceView, PageView } from './view.js';

function hearing(
	one: ConferenceView[ 'participants' ][ number ],
	view: PageView,
	nameOf: ( number: string ) => string
): string {
	const phone = view.phones.find(
		( { callSid } ) => callSid === one.callSid
	);
	const notes = [
		one.hold ? text( 'onHold' ) : '',
		one.muted ? text( 'muted' ) : '',
		one.coaches === null
			? ''
			: text( 'coaches', { name: nameOf( one.coaches ) } ),
	].filter( Boolean );
	const heard = one.waiting
		? text( 'hearsMusic' )
		: text( 'hears', {
				list:
					phone && phone.with.length > 0
						? listOf( phone.with.map( nameOf ) )
						: text( 'nobody' ),
			} );
	return [ heard, ...notes ].join( ' · ' );
}

/** Who is in which conference, and whom each hears. */
export function updateRooms(
	list: HTMLElement,
	empty: HTMLElement,
	view: PageView,
	nameOf: ( number: string ) => string
): void {
	empty.hidden = view.conferences.length > 0;
	keyed(
		list,
		view.conferences,
		( { sid } ) => sid,
		( room ) =>
			element(
				'li',
				{ class: 'room' },
				element(
					'p',
					{ class: 'room-head' },
					element(
						'strong',
						{ title: room.friendlyName },
						room.friendlyName
					),
					element( 'span', { class: 'badge' } )
				),
				element( 'ul', { class: 'room-people' } )
			),
		( node, room ) => {
			node.dataset.status = room.status;
			const badge = node.querySelector( '.badge' );
			const people = node.querySelector( '.room-people' );
			if ( badge && people ) {
				setText( badge, textOr( 'room', room.status ) );
				keyed(
					people,
					room.participants,
					( { callSid } ) => callSid,
					() =>
						element(
							'li',
							{},
							element( 'b' ),
							element( 'i' ),
							element( 'span' )
						),
					( line, one ) => {
						const [ number, label, hears ] = [ ...line.children ];
						if ( number && label && hears ) {
							setText( number, nameOf( one.number ?? '' ) );
							setText( label, one.label ?? '' );
							setText( hears, hearing( one, view, nameOf ) );
						}
						line.dataset.hears = String(
							! one.waiting && room.status === 'in-progress'
						);
					}
				);
			}
		}
	);
}
