import { speak } from '@wordpress/a11y';
import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { Site } from '@rappel/contract';
import { saveSite } from '../../api/connection';
import type { Problem } from '../../api/problem';
import { FigureField, TextField } from '../../components/fields';
import { ProblemNotice } from '../../components/problem-notice';
import { Section } from '../../components/section';
import {
	capRange,
	siteDraftErrors,
	siteDraftOf,
	toSaveSite,
	type SiteDraft,
} from '../../domain/site-draft';
import { useUnsavedGuard } from '../../hooks/use-unsaved-guard';
import { useReading } from '../../reading';
import { MoneyFields } from './money-fields';

interface SiteSettingsProps {
	site: Site;
	onSaved: () => Promise< void >;
}

/** What holds for every channel of the site. */
export function SiteSettings( { site, onSaved }: SiteSettingsProps ) {
	const { locale } = useReading();
	const saved = siteDraftOf( site, locale );
	const [ draft, setDraft ] = useState( saved );
	const [ isBusy, setBusy ] = useState( false );
	const [ errors, setErrors ] = useState< Record< string, string > >( {} );
	const [ problem, setProblem ] = useState< Problem | null >( null );
	useUnsavedGuard( JSON.stringify( draft ) !== JSON.stringify( saved ) );

	const change = ( changes: Partial< SiteDraft > ) =>
		setDraft( ( current ) => ( { ...current, ...changes } ) );

	const submit = async () => {
		setProblem( null );
		const found = siteDraftErrors( draft );
		setErrors( found );
		if ( Object.keys( found ).length > 0 ) {
			return;
		}
		setBusy( true );
		try {
			const answer = await saveSite( toSaveSite( draft ) );
			setDraft( siteDraftOf( answer, locale ) );
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
					value={ draft.callerId }
					onChange={ ( callerId ) => change( { callerId } ) }
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
					value={ draft.dailyRequestCap }
					onChange={ ( dailyRequestCap ) =>
						change( { dailyRequestCap } )
					}
					range={ capRange }
				/>
				<MoneyFields
					site={ site }
					draft={ draft }
					errors={ errors }
					onChange={ change }
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
