import { BaseControl, CheckboxControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { RetrySettings } from '@rappel/contract';
import { DraftFigure } from '../../components/draft-figure';
import type { ChannelDraft } from '../../hooks/use-channel-draft';

type Retry = RetrySettings[ 'client' ];
type Reason = Retry[ 'reasons' ][ number ];

interface RetryFieldsProps {
	editing: ChannelDraft;
	side: 'company' | 'client';
	title: string;
}

/** How often, how far apart and why one side is called again. */
export function RetryFields( { editing, side, title }: RetryFieldsProps ) {
	const { draft, changePart } = editing;
	const retry = draft.retries[ side ];
	const change = ( changes: Partial< Retry > ) =>
		changePart( 'retries', { [ side ]: { ...retry, ...changes } } );
	const reasons: { reason: Reason; label: string }[] = [
		{ reason: 'busy', label: __( 'The line is busy', 'rappel' ) },
		{ reason: 'no_answer', label: __( 'Nobody answers', 'rappel' ) },
		...( draft.calls.endOnMachine[ side ]
			? [
					{
						reason: 'machine' as const,
						label: __( 'An answering machine answers', 'rappel' ),
					},
				]
			: [] ),
		{
			reason: 'short_call',
			label: __( 'The conversation is very short', 'rappel' ),
		},
	];
	return (
		<fieldset className="rappel-choices">
			<BaseControl.VisualLabel as="legend">
				{ title }
			</BaseControl.VisualLabel>
			<div className="rappel-figures">
				<DraftFigure
					editing={ editing }
					path={ `retries.${ side }.attempts` }
					label={ __( 'Attempts in all', 'rappel' ) }
					help={ __( '1: no new attempt.', 'rappel' ) }
					value={ retry.attempts }
					onChange={ ( attempts ) => change( { attempts } ) }
				/>
				<DraftFigure
					editing={ editing }
					path={ `retries.${ side }.spacingMinutes` }
					label={ __( 'Time between two', 'rappel' ) }
					unit={ __( 'minutes', 'rappel' ) }
					value={ retry.spacingMinutes }
					onChange={ ( spacingMinutes ) =>
						change( { spacingMinutes } )
					}
				/>
			</div>
			{ retry.attempts > 1 &&
				reasons.map( ( { reason, label } ) => (
					<CheckboxControl
						key={ reason }
						__nextHasNoMarginBottom
						label={ label }
						checked={ retry.reasons.includes( reason ) }
						onChange={ ( isChecked ) =>
							change( {
								reasons: isChecked
									? [ ...retry.reasons, reason ]
									: retry.reasons.filter(
											( known ) => known !== reason
										),
							} )
						}
					/>
				) ) }
		</fieldset>
	);
}
