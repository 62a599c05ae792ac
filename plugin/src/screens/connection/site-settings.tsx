import { speak } from '@wordpress/a11y';
import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { Site } from '@rappel/contract';
import { saveSite } from '../../api/connection';
import type { Problem } from '../../api/problem';
import { FigureField, TextField } from '../../components/fields';
import { ProblemNotice } from '../../components/problem-notice';
import { Section } from '../../components/section';
import { formatNumber } from '../../domain/format';
import { useUnsavedGuard } from '../../hooks/use-unsaved-guard';

const capRange = [ 1, 100_000 ] as const;

interface SiteSettingsProps {
	site: Site;
	onSaved: () => Promise< void >;
}

/** What holds for every channel of the site. */
export function SiteSettings( { site, onSaved }: SiteSettingsProps ) {
	const [ dailyRequestCap, setCap ] = useState( site.dailyRequestCap );
	const savedCallerId = site.callerId ? formatNumber( site.callerId ) : '';
	const [ callerId, setCallerId ] = useState( savedCallerId );
	const [ isBusy, setBusy ] = useState( false );
	const [ errors, setErrors ] = useState< Record< string, string > >( {} );
	const [ problem, setProblem ] = useState< Problem | null >( null );
	const isDirty =
		dailyRequestCap !== site.dailyRequestCap || callerId !== savedCallerId;
	useUnsavedGuard( isDirty );

	const submit = async () => {
		setProblem( null );
		if (
			! Number.isInteger( dailyRequestCap ) ||
			dailyRequestCap < capRange[ 0 ] ||
			dailyRequestCap > capRange[ 1 ]
		) {
			setErrors( {
				dailyRequestCap: sprintf(
					/* translators: 1: smallest figure allowed. 2: greatest figure allowed. */
					__( 'Type a whole number from %1$d to %2$d.', 'rappel' ),
					...capRange
				),
			} );
			return;
		}
		setErrors( {} );
		setBusy( true );
		try {
			const saved = await saveSite( {
				dailyRequestCap,
				callerId: callerId.trim() || null,
			} );
			setCallerId( saved.callerId ? formatNumber( saved.callerId ) : '' );
			speak( __( 'Settings saved.', 'rappel' ) );
			await onSaved();
		} catch ( error ) {
			setProblem( error as Problem );
			setErrors( ( error as Problem ).fields );
		}
		setBusy( false );
	};

	return (
		<form
			noValidate
			onSubmit={ ( event ) => {
				event.preventDefault();
				void submit();
			} }
		>
			<Section
				id="rappel-site"
				title={ __( 'For every channel', 'rappel' ) }
				description={ __(
					'A channel may have a number of its own.',
					'rappel'
				) }
			>
				{ problem && <ProblemNotice problem={ problem } /> }
				<TextField
					path="callerId"
					label={ __( 'Number shown on both phones', 'rappel' ) }
					help={ __(
						'A number of your telephony account. Left empty, the service’s own number is shown.',
						'rappel'
					) }
					error={ errors.callerId }
					value={ callerId }
					onChange={ setCallerId }
					maximum={ 40 }
					type="tel"
				/>
				<FigureField
					path="dailyRequestCap"
					label={ __( 'Most requests in a day', 'rappel' ) }
					help={ __(
						'A brake on costs: beyond it, visitors are told to try again tomorrow.',
						'rappel'
					) }
					error={ errors.dailyRequestCap }
					value={ dailyRequestCap }
					onChange={ setCap }
					range={ capRange }
				/>
				<div>
					<Button
						__next40pxDefaultSize
						variant="primary"
						type="submit"
						isBusy={ isBusy }
						aria-disabled={ isBusy }
					>
						{ __( 'Update', 'rappel' ) }
					</Button>
				</div>
			</Section>
		</form>
	);
}
