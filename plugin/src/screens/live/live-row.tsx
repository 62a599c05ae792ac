import { ExternalLink } from '@wordpress/components';
import { memo } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { LiveRequest } from '@rappel/contract';
import { screenUrl } from '../../admin-url';
import { bookedTimeWords } from '../../domain/booked-time';
import { formatNumber } from '../../domain/format';
import {
	costWords,
	earlierWords,
	placeWords,
	tryWords,
} from '../../domain/live-words';
import {
	countedFrom,
	mayComeIn,
	type LiveSection,
} from '../../domain/live-sections';
import {
	failureSentence,
	stateWord,
	waitingSentence,
} from '../../domain/request-words';
import { isWebAddress } from '../../domain/web-address';
import { useReading } from '../../reading';
import { Age } from './age';
import { useLiveSurroundings } from './live-context';
import { RowActions } from './row-actions';
import { Supervision } from './supervision';

/** One request: how long, who, from where, how far, by whom, and what can be done. */
export const LiveRow = memo( function Row( {
	request,
	section,
}: {
	request: LiveRequest;
	section: LiveSection;
} ) {
	const { me } = useLiveSurroundings();
	const isUrgent = section === 'missed' && request.overdue;
	return (
		<li
			className={ `rappel-live-row is-${ section } ${
				isUrgent ? 'is-urgent' : ''
			}` }
		>
			<Age
				since={ countedFrom( request, section ) }
				section={ section }
			/>
			<div className="rappel-live-row__who">
				<Who request={ request } />
				<Why request={ request } section={ section } />
				{ request.note && (
					<q className="rappel-live-row__note">{ request.note }</q>
				) }
			</div>
			<Facts request={ request } section={ section } />
			<div className="rappel-live-row__actions">
				{ mayComeIn( request, me ) && (
					<Supervision requestId={ request.id } />
				) }
				<RowActions request={ request } section={ section } />
			</div>
		</li>
	);
} );

function Who( { request }: { request: LiveRequest } ) {
	const { id, name, number, earlierRequests } = request;
	return (
		<p className="rappel-live-row__name">
			<a href={ requestUrl( id ) }>
				{ name && <strong>{ name }</strong> }{ ' ' }
				<bdi dir="ltr">{ formatNumber( number ) }</bdi>
			</a>
			{ earlierRequests > 0 && (
				<small>{ earlierWords( earlierRequests ) }</small>
			) }
		</p>
	);
}

/** The screen of one request. */
export const requestUrl = ( id: string ) =>
	`${ screenUrl( 'requests' ) }&request=${ id }`;

/** Why it does not ring yet, when it is booked for, or why it was missed. */
function Why( {
	request,
	section,
}: {
	request: LiveRequest;
	section: LiveSection;
} ) {
	const reading = useReading();
	const { agents } = useLiveSurroundings();
	const { heldBackBy, bookedFor, failureReason, ownerUserId, uncovered } =
		request;
	const owner = ownerUserId && agents.get( ownerUserId )?.name;
	const sentences = [
		section === 'ringing' || request.state === 'surveying'
			? stateWord( request.state )
			: '',
		request.state === 'leaving_message' ? stateWord( request.state ) : '',
		heldBackBy &&
		section === 'waiting' &&
		// Whose it is says more.
		! ( owner && heldBackBy === 'owner_away' )
			? waitingSentence( heldBackBy )
			: '',
		owner && section !== 'talking'
			? sprintf(
					/* translators: %s: name of an agent. */
					__( 'Waits for %s.', 'rappel' ),
					owner
				)
			: '',
		bookedFor && ( section === 'due' || section === 'missed' )
			? sprintf(
					/* translators: %s: day and time. */
					__( 'Booked for %s', 'rappel' ),
					bookedTimeWords( bookedFor, new Date(), reading, null )
				)
			: '',
		failureReason && section === 'missed'
			? failureSentence( failureReason )
			: '',
	].filter( Boolean );
	return (
		<>
			{ sentences.length > 0 && (
				<p className="rappel-live-row__why">
					{ sentences.join( ' ' ) }
				</p>
			) }
			{ uncovered && section === 'due' && (
				<p className="rappel-live-row__why is-warning">
					{ __( 'Nobody has hours then', 'rappel' ) }
				</p>
			) }
		</>
	);
}

function Facts( {
	request,
	section,
}: {
	request: LiveRequest;
	section: LiveSection;
} ) {
	const { locale } = useReading();
	const { agents } = useLiveSurroundings();
	const { place, channelName, pageUrl, pageTitle, calledUserIds } = request;
	const called = calledUserIds
		.map( ( id ) => agents.get( id )?.name )
		.filter( Boolean )
		.join( ', ' );
	const page = pageTitle || pageUrl;
	const facts: [ string, React.ReactNode ][] = [
		[
			__( 'Place', 'rappel' ),
			section === 'waiting' && place ? placeWords( place ) : '',
		],
		[ __( 'Agent', 'rappel' ), called || request.agentName ],
		[ __( 'Channel', 'rappel' ), channelName ],
		[
			__( 'Page', 'rappel' ),
			pageUrl && isWebAddress( pageUrl ) ? (
				<ExternalLink href={ pageUrl }>{ page }</ExternalLink>
			) : (
				page
			),
		],
		[ __( 'Try', 'rappel' ), tryWords( request ) ],
		[ __( 'Cost', 'rappel' ), costWords( request, locale ) ],
	];
	return (
		<dl className="rappel-live-row__facts">
			{ facts.map(
				( [ word, fact ] ) =>
					fact && (
						<div key={ word }>
							<dt className="screen-reader-text">{ word }</dt>
							<dd>{ fact }</dd>
						</div>
					)
			) }
		</dl>
	);
}
