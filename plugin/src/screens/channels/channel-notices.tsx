import { Notice } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { Channel } from '@rappel/contract';
import { ProblemNotice } from '../../components/problem-notice';
import { fieldId, type ChannelDraft } from '../../hooks/use-channel-draft';

interface ChannelNoticesProps {
	channel: Channel | null;
	editing: ChannelDraft;
}

/** What stands in the way: a colleague's newer version, an error of the last save, settings that are missing. */
export function ChannelNotices( {
	channel,
	editing: { problem, conflict, resolve },
}: ChannelNoticesProps ) {
	if ( conflict ) {
		return (
			<Notice
				className="rappel-notice"
				status="warning"
				isDismissible={ false }
				actions={ [
					{
						label: __( 'Show their version', 'rappel' ),
						onClick: () => resolve( 'theirs' ),
					},
					{
						label: __( 'Keep mine, to save over it', 'rappel' ),
						onClick: () => resolve( 'mine' ),
					},
				] }
			>
				{ __(
					'Somebody saved this channel while you were editing it. Nothing was overwritten, and what you typed is still here. Showing their version drops your changes.',
					'rappel'
				) }
			</Notice>
		);
	}
	return (
		<>
			{ problem && <ProblemNotice problem={ problem } /> }
			{ channel && channel.missing.length > 0 && (
				<Notice
					className="rappel-notice"
					status="warning"
					isDismissible={ false }
					spokenMessage=""
				>
					<p>
						{ __(
							'Visitors cannot ask for a callback on this channel yet:',
							'rappel'
						) }
					</p>
					<ul>
						{ channel.missing.map( ( missing ) => (
							<li key={ missing }>
								<a
									href={ `#${ fieldId( fields[ missing ] ) }` }
								>
									{ missingSentence( missing ) }
								</a>
							</li>
						) ) }
					</ul>
				</Notice>
			) }
		</>
	);
}

const fields: Record< Channel[ 'missing' ][ number ], string > = {
	destination_missing: 'calls.destinationNumber',
	caller_id_missing: 'calls.callerId',
	countries_missing: 'guards.allowedCountries',
	team_numbers_missing: 'team',
	fallback_number_missing: 'fallback.number',
};

function missingSentence( missing: Channel[ 'missing' ][ number ] ): string {
	switch ( missing ) {
		case 'destination_missing':
			return __(
				'Give the number at which your company is called.',
				'rappel'
			);
		case 'caller_id_missing':
			return __( 'Give the number that both phones show.', 'rappel' );
		case 'countries_missing':
			return __( 'Allow at least one country.', 'rappel' );
		case 'team_numbers_missing':
			return __(
				'Give somebody of the team a phone number, on their profile.',
				'rappel'
			);
		case 'fallback_number_missing':
			return __(
				'Give the number to call if nobody can answer.',
				'rappel'
			);
	}
}
