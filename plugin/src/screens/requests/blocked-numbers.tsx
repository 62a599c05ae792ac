import { Button } from '@wordpress/components';
import { speak } from '@wordpress/a11y';
import { useCallback, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { arrowLeft, shield } from '@wordpress/icons';
import type { Problem } from '../../api/problem';
import {
	listBlockedNumbers,
	unblockNumber,
	type BlockedNumber,
} from '../../api/request-actions';
import { EmptyState } from '../../components/empty-state';
import { Loading } from '../../components/loading';
import { ProblemNotice } from '../../components/problem-notice';
import { Screen } from '../../components/screen';
import { formatMoment, formatNumber } from '../../domain/format';
import { useAgents } from '../../hooks/use-agents';
import { useLoaded } from '../../hooks/use-loaded';
import { useReading } from '../../reading';

/** Numbers that ask nothing of this site any more; each may be let to ask again. */
export function BlockedNumbers( { onBack }: { onBack: () => void } ) {
	const {
		value: numbers,
		problem,
		reload,
		setValue,
	} = useLoaded( useCallback( () => listBlockedNumbers(), [] ) );
	const { nameOf } = useAgents();
	return (
		<Screen
			takesFocus
			title={ __( 'Blocked numbers', 'rappel' ) }
			subtitle={ __(
				'These numbers can ask for no callback on this site.',
				'rappel'
			) }
			back={
				<Button
					className="rappel-back"
					variant="link"
					icon={ arrowLeft }
					onClick={ onBack }
				>
					{ __( 'All requests', 'rappel' ) }
				</Button>
			}
		>
			{ problem && (
				<ProblemNotice
					problem={ problem }
					onRetry={ () => void reload() }
				/>
			) }
			{ ! numbers && ! problem && <Loading /> }
			{ numbers?.length === 0 && (
				<EmptyState
					icon={ shield }
					title={ __( 'No number is blocked', 'rappel' ) }
				>
					<p>
						{ __(
							'Open a request and choose “Block the number” when somebody asks for callbacks without meaning it.',
							'rappel'
						) }
					</p>
				</EmptyState>
			) }
			{ !! numbers?.length && (
				<ul className="rappel-blocked">
					{ numbers.map( ( blocked ) => (
						<Blocked
							key={ blocked.number }
							blocked={ blocked }
							by={ nameOf( blocked.byUserId ) }
							onGone={ () =>
								setValue(
									numbers.filter(
										( known ) => known !== blocked
									)
								)
							}
						/>
					) ) }
				</ul>
			) }
		</Screen>
	);
}

function Blocked( {
	blocked: { number, blockedAt },
	by,
	onGone,
}: {
	blocked: BlockedNumber;
	by: string;
	onGone: () => void;
} ) {
	const reading = useReading();
	const [ isBusy, setBusy ] = useState( false );
	const [ problem, setProblem ] = useState< Problem | null >( null );
	const shown = formatNumber( number );
	const unblock = async () => {
		setBusy( true );
		setProblem( null );
		try {
			await unblockNumber( number );
			speak(
				sprintf(
					/* translators: %s: a phone number. */
					__( '%s may ask again.', 'rappel' ),
					shown
				)
			);
			onGone();
		} catch ( error ) {
			setProblem( error as Problem );
			setBusy( false );
		}
	};
	const at = formatMoment( blockedAt, new Date(), reading );
	return (
		<li>
			<div>
				<strong>
					<bdi dir="ltr">{ shown }</bdi>
				</strong>
				<small>
					{ by
						? sprintf(
								/* translators: 1: day and time. 2: name of a person. */
								__( '%1$s, by %2$s', 'rappel' ),
								at,
								by
							)
						: at }
				</small>
				{ problem && (
					<span className="rappel-field-error" role="alert">
						{ problem.detail }
					</span>
				) }
			</div>
			<Button
				__next40pxDefaultSize
				variant="secondary"
				isBusy={ isBusy }
				disabled={ isBusy }
				accessibleWhenDisabled
				aria-label={ sprintf(
					/* translators: %s: a phone number. */
					__( 'Let %s ask again', 'rappel' ),
					shown
				) }
				onClick={ () => void unblock() }
			>
				{ __( 'Let it ask again', 'rappel' ) }
			</Button>
		</li>
	);
}
