import { Button, Notice } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import type { Channel } from '@rappel/contract';
import { ProblemNotice } from '../../components/problem-notice';
import {
	fieldOfMissing,
	sectionOf,
	sectionTitle,
} from '../../domain/channel-sections';
import type { ChannelDraft } from '../../hooks/use-channel-draft';
import { useEditorPlace } from './editor-place';

interface ChannelNoticesProps {
	channel: Channel | null;
	editing: ChannelDraft;
}

/** What stands in the way: a colleague's newer version, an error of the last save, settings that are missing. */
export function ChannelNotices( { channel, editing }: ChannelNoticesProps ) {
	if ( editing.conflict ) {
		return <ConflictNotice { ...editing } />;
	}
	return (
		<>
			{ editing.problem && <ProblemNotice problem={ editing.problem } /> }
			{ channel && channel.missing.length > 0 && (
				<MissingNotice missing={ channel.missing } />
			) }
		</>
	);
}

function ConflictNotice( { clashes, resolve }: ChannelDraft ) {
	const sections = [
		...new Set(
			clashes.map( ( path ) => sectionTitle( sectionOf( path ) ) )
		),
	];
	return (
		<Notice
			className="rappel-notice"
			status="warning"
			isDismissible={ false }
			actions={ [
				{
					label: __( 'Put my changes into theirs', 'rappel' ),
					onClick: () => resolve( 'both' ),
				},
				{
					label: __( 'Show their version', 'rappel' ),
					onClick: () => resolve( 'theirs' ),
				},
			] }
		>
			<p>
				{ __(
					'Somebody saved this channel while you were editing it. Nothing was overwritten, and what you typed is still here. Showing their version drops your changes.',
					'rappel'
				) }
			</p>
			{ sections.length > 0 && (
				<p>
					{ sprintf(
						/* translators: %s: titles of sections: "Vocabulary, Calls". */
						__(
							'You both changed the same thing under: %s. There, yours would stand.',
							'rappel'
						),
						sections.join( ', ' )
					) }
				</p>
			) }
		</Notice>
	);
}

function MissingNotice( { missing }: Pick< Channel, 'missing' > ) {
	const { goTo } = useEditorPlace();
	return (
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
				{ missing.map( ( code ) => (
					<li key={ code }>
						<Button
							variant="link"
							onClick={ () => goTo( fieldOfMissing[ code ] ) }
						>
							{ missingSentence( code ) }
						</Button>
					</li>
				) ) }
			</ul>
		</Notice>
	);
}

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
