import { Button } from '@wordpress/components';
import { useCallback } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { profileUrl, screenUrl } from '../../admin-url';
import { readReadiness } from '../../api/channel-checks';
import { Loading } from '../../components/loading';
import { ProblemNotice } from '../../components/problem-notice';
import { Section } from '../../components/section';
import { languageOf } from '../../domain/languages';
import {
	checkTitle,
	remedyOf,
	stateWord,
	type Check,
} from '../../domain/readiness';
import { useLoaded } from '../../hooks/use-loaded';
import { useTeamNames } from '../../hooks/use-team-names';
import { useReading } from '../../reading';
import { useEditorPlace } from './editor-place';

interface ReadinessSectionProps {
	channelId: string;
	/** Of what is saved: another is looked at anew. */
	version: number;
	isDirty: boolean;
}

/** What is looked at before it goes live, each with the way to set it right. */
export function ReadinessSection( {
	channelId,
	version,
	isDirty,
}: ReadinessSectionProps ) {
	const language = languageOf( useReading().locale );
	const { value, problem, isLoading, reload } = useLoaded(
		useCallback( async () => {
			const { checks } = await readReadiness( channelId, language );
			return { version, checks };
		}, [ channelId, language, version ] )
	);
	return (
		<Section
			id="rappel-readiness"
			title={ __( 'Checks', 'rappel' ) }
			description={ __(
				'What must be there before visitors can be called, and what may surprise you.',
				'rappel'
			) }
		>
			{ problem && (
				<ProblemNotice
					problem={ problem }
					onRetry={ () => void reload() }
				/>
			) }
			{ ! value && ! problem && <Loading /> }
			{ value && (
				<ul className="rappel-checks" aria-busy={ isLoading }>
					{ value.checks.map( ( check ) => (
						<CheckItem key={ check.code } check={ check } />
					) ) }
				</ul>
			) }
			{ value && (
				<div className="rappel-test">
					<Button
						__next40pxDefaultSize
						variant="secondary"
						isBusy={ isLoading }
						onClick={ () => void reload() }
					>
						{ __( 'Check again', 'rappel' ) }
					</Button>
					{ isDirty && (
						<p className="rappel-help">
							{ __(
								'What is saved is checked: save your changes first.',
								'rappel'
							) }
						</p>
					) }
				</div>
			) }
		</Section>
	);
}

const CheckItem = ( { check }: { check: Check } ) => (
	<li className={ `rappel-checks__item is-${ check.state }` }>
		<span className="rappel-checks__mark" aria-hidden="true" />
		<div>
			<h3>
				{ checkTitle( check ) }
				<span className="rappel-checks__state">
					{ stateWord( check ) }
				</span>
			</h3>
			<p>{ check.detail }</p>
			{ check.state !== 'good' && <RemedyLinks check={ check } /> }
		</div>
	</li>
);

function RemedyLinks( { check }: { check: Check } ) {
	const { goTo } = useEditorPlace();
	const remedy = remedyOf( check );
	switch ( remedy.kind ) {
		case 'profiles':
			return <Profiles userIds={ remedy.userIds } />;
		case 'screen':
			return (
				<a href={ screenUrl( remedy.screen ) }>
					{ __( 'Open the connection', 'rappel' ) }
				</a>
			);
		case 'field':
			return (
				<Button variant="link" onClick={ () => goTo( remedy.path ) }>
					{ __( 'Set it right', 'rappel' ) }
					<span className="screen-reader-text">
						{ ` : ${ checkTitle( check ) }` }
					</span>
				</Button>
			);
	}
}

/** Those of the team without a number, each with the way to their profile. */
function Profiles( { userIds }: { userIds: number[] } ) {
	const { nameOf } = useTeamNames( userIds, [] );
	return (
		<ul className="rappel-checks__profiles">
			{ userIds.map( ( userId ) => (
				<li key={ userId }>
					<a href={ profileUrl( userId ) }>
						{ nameOf( userId ) || `#${ userId }` }
					</a>
				</li>
			) ) }
		</ul>
	);
}
