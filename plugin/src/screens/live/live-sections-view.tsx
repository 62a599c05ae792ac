import { __, _n, sprintf } from '@wordpress/i18n';
import { people } from '@wordpress/icons';
import { screenUrl } from '../../admin-url';
import { EmptyState } from '../../components/empty-state';
import { emptySentence, sectionWord } from '../../domain/live-words';
import {
	liveSections,
	type LiveSection,
	type Sections,
} from '../../domain/live-sections';
import { LiveRow } from './live-row';
import { useLiveSurroundings } from './live-context';

/** What waits, rings, talks, is due and was missed, from top to bottom. */
export function LiveSectionsView( {
	sections,
	moreRequests,
}: {
	sections: Sections;
	moreRequests: number;
} ) {
	const isEmpty = liveSections.every( ( name ) => ! sections[ name ].length );
	return (
		<div className="rappel-live__board">
			{ isEmpty ? (
				<Quiet />
			) : (
				liveSections.map( ( name ) => (
					<Section
						key={ name }
						name={ name }
						requests={ sections[ name ] }
					/>
				) )
			) }
			<Beyond later={ sections.later.length } more={ moreRequests } />
		</div>
	);
}

function Section( {
	name,
	requests,
}: {
	name: LiveSection;
	requests: Sections[ LiveSection ];
} ) {
	const id = `rappel-live-${ name }`;
	return (
		<section
			className={ `rappel-live-section is-${ name } ${
				requests.length ? '' : 'is-empty'
			}` }
			aria-labelledby={ id }
		>
			<h2 id={ id }>
				{ sectionWord( name ) }
				{ requests.length > 0 && (
					<span className="rappel-live-section__count">
						{ requests.length }
					</span>
				) }
			</h2>
			{ requests.length > 0 ? (
				<ul>
					{ requests.map( ( request ) => (
						<LiveRow
							key={ request.id }
							request={ request }
							section={ name }
						/>
					) ) }
				</ul>
			) : (
				<p>{ emptySentence( name ) }</p>
			) }
		</section>
	);
}

/** Nothing at all: what will be here, and what is missing for it. */
function Quiet() {
	const { agents, me } = useLiveSurroundings();
	const team = [ ...agents.values() ];
	const isAnybodyOnline = team.some(
		( { presence } ) => presence.status === 'online'
	);
	const isMeOff =
		me.takesCallbacks &&
		agents.get( me.userId )?.presence.status !== 'online';
	return (
		<EmptyState icon={ people } title={ __( 'Nobody waits', 'rappel' ) }>
			<p>
				{ __(
					'Whoever asks to be called back appears here at once: first waiting, then ringing, then talking. What is due today and what was missed stands below.',
					'rappel'
				) }
			</p>
			{ isMeOff && (
				<p>
					{ __(
						'You get no calls now. Set yourself online at the top right to take them.',
						'rappel'
					) }
				</p>
			) }
			{ ! isMeOff && team.length > 0 && ! isAnybodyOnline && (
				<p>
					{ __(
						'Nobody of the team is online: channels that check it take no immediate request now.',
						'rappel'
					) }
				</p>
			) }
		</EmptyState>
	);
}

/** What is open and not shown here, with the way to it. */
function Beyond( { later, more }: { later: number; more: number } ) {
	const sentences = [
		later > 0 &&
			sprintf(
				/* translators: %d: number of callback requests. */
				_n(
					'%d more is booked for a later day.',
					'%d more are booked for later days.',
					later,
					'rappel'
				),
				later
			),
		more > 0 &&
			sprintf(
				/* translators: %d: number of callback requests. */
				_n(
					'%d more is open than fits here.',
					'%d more are open than fit here.',
					more,
					'rappel'
				),
				more
			),
	].filter( Boolean );
	return sentences.length ? (
		<p className="rappel-live__beyond">
			{ sentences.join( ' ' ) }{ ' ' }
			<a href={ screenUrl( 'requests' ) }>
				{ __( 'See all requests', 'rappel' ) }
			</a>
		</p>
	) : null;
}
