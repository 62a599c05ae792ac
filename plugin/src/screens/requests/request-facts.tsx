import { ExternalLink } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import type { RequestDetail } from '@rappel/contract';
import type { ReactNode } from 'react';
import { bookedTimeWords } from '../../domain/booked-time';
import { formatCost, formatExactly, formatNumber } from '../../domain/format';
import { outcomeWord } from '../../domain/request-actions';
import { isWebAddress } from '../../domain/web-address';
import { useAgents } from '../../hooks/use-agents';
import { useReading } from '../../reading';

/** Null where nobody was asked. */
function consentWord( agreed: boolean | null ): string | null {
	if ( agreed === null ) {
		return null;
	}
	return agreed
		? __( 'The client agreed.', 'rappel' )
		: __( 'The client declined.', 'rappel' );
}

/** What the visitor sent: who, where from, and what they agreed to. */
export function RequestFacts( { request }: { request: RequestDetail } ) {
	const reading = useReading();
	const { nameOf } = useAgents();
	const { pageUrl, pageTitle, consentText, consentAt } = request;
	const page = pageTitle || pageUrl;
	const languages = new Intl.DisplayNames( [ reading.locale ], {
		type: 'language',
	} );
	const facts: [ string, ReactNode ][] = [
		[
			__( 'Number', 'rappel' ),
			<bdi key="number" dir="ltr">
				{ formatNumber( request.number ) }
			</bdi>,
		],
		[ __( 'Name', 'rappel' ), request.name ],
		[ __( 'Note', 'rappel' ), request.note ],
		[
			__( 'Asked', 'rappel' ),
			formatExactly( request.requestedAt, reading ),
		],
		[
			__( 'Booked for', 'rappel' ),
			request.bookedFor &&
				bookedTimeWords(
					request.bookedFor,
					new Date(),
					reading,
					request.timeZone
				),
		],
		[ __( 'Channel', 'rappel' ), request.channelName ],
		[ __( 'Agent', 'rappel' ), request.agentName ],
		[
			__( 'Waits for', 'rappel' ),
			request.agentName ? null : nameOf( request.ownerUserId ),
		],
		[
			__( 'Outcome', 'rappel' ),
			request.outcome && outcomeWord( request.outcome ),
		],
		[ __( 'Note of the outcome', 'rappel' ), request.outcomeNote ],
		[
			__( 'Cost', 'rappel' ),
			request.costMilli !== null &&
				request.currency &&
				formatCost(
					request.costMilli,
					request.currency,
					reading.locale
				),
		],
		[
			__( 'Survey', 'rappel' ),
			request.surveyScore &&
				sprintf(
					/* translators: %s: a score from 1 to 5. */
					__( '%s out of 5', 'rappel' ),
					String( request.surveyScore )
				),
		],
		[ __( 'Recording', 'rappel' ), consentWord( request.recordingAgreed ) ],
		[
			__( 'Page', 'rappel' ),
			pageUrl && isWebAddress( pageUrl ) ? (
				<ExternalLink href={ pageUrl }>{ page }</ExternalLink>
			) : (
				page
			),
		],
		[ __( 'Language', 'rappel' ), languages.of( request.language ) ],
		[ __( 'Client’s time zone', 'rappel' ), request.timeZone ],
	];
	return (
		<aside
			className="rappel-card rappel-facts"
			aria-label={ __( 'What the visitor sent', 'rappel' ) }
		>
			<dl>
				{ facts.map(
					( [ word, fact ] ) =>
						fact && (
							<div key={ word }>
								<dt>{ word }</dt>
								<dd>{ fact }</dd>
							</div>
						)
				) }
				<div>
					<dt>{ __( 'Consent', 'rappel' ) }</dt>
					<dd>
						{ consentText ? (
							<q>{ consentText }</q>
						) : (
							__( 'No consent text was shown.', 'rappel' )
						) }
						{ consentAt && (
							<time dateTime={ consentAt }>
								{ formatExactly( consentAt, reading ) }
							</time>
						) }
					</dd>
				</div>
			</dl>
		</aside>
	);
}
