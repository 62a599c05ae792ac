import { SelectControl } from '@wordpress/components';
import { useCallback, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { readConnection } from '../../api/connection';
import type { Draft } from '../../domain/channel-draft';
import { previewExample } from '../../domain/preview-example';
import {
	widgetPreview,
	widgetStatesOf,
	type FormPreview,
	type PanelPreview,
	type WidgetState,
} from '../../domain/widget-preview';
import { useLoaded } from '../../hooks/use-loaded';
import { useEditorPlace } from './editor-place';

/** The form as visitors meet it, in each of its states, with what is typed and not saved yet. It calls nobody. */
export function WidgetPreview( { draft }: { draft: Draft } ) {
	const { language } = useEditorPlace();
	const [ chosen, setChosen ] = useState< WidgetState >( 'open' );
	const states = widgetStatesOf( draft );
	const state = states.includes( chosen ) ? chosen : 'open';
	const { value: connection } = useLoaded(
		useCallback( () => readConnection(), [] )
	);
	const preview = widgetPreview(
		draft,
		language,
		state,
		previewExample(
			draft,
			language,
			connection?.site?.name ?? draft.name,
			new Date()
		)
	);
	return (
		<section
			className="rappel-preview"
			aria-label={ __( 'Preview of the form', 'rappel' ) }
		>
			<SelectControl
				__next40pxDefaultSize
				__nextHasNoMarginBottom
				label={ __( 'Preview', 'rappel' ) }
				value={ state as string }
				onChange={ ( next: string ) =>
					setChosen( next as WidgetState )
				}
				options={ states.map( ( value ) => ( {
					value: value as string,
					label: stateLabel( value, draft ),
				} ) ) }
			/>
			<div className="rappel-preview__page" lang={ language }>
				<div
					className="rappel-callback"
					data-phase={
						preview.kind === 'form' ? 'form' : 'following'
					}
				>
					<div className="rappel-callback__surface">
						{ preview.kind === 'form' ? (
							<Form preview={ preview } />
						) : (
							<Panel preview={ preview } />
						) }
					</div>
				</div>
			</div>
			<p className="rappel-help">
				{ __(
					'The colours and type of your theme come in addition. Nothing here calls anybody.',
					'rappel'
				) }
			</p>
		</section>
	);
}

/** In the markup of blocks/callback/render.php, with nothing that can be pressed or typed in. */
function Form( { preview }: { preview: FormPreview } ) {
	return (
		<div className="rappel-callback__form">
			<p className="rappel-callback__introduction">
				{ preview.introduction }
			</p>
			{ preview.nameLabel !== null && (
				<Field label={ preview.nameLabel } />
			) }
			<Field label={ preview.phoneLabel } />
			{ preview.noteLabel !== null && (
				<Field label={ preview.noteLabel } hint={ preview.noteHint } />
			) }
			<Consent preview={ preview } />
			{ preview.button !== null && (
				<span className="rappel-callback__button rappel-preview__button">
					{ preview.button }
				</span>
			) }
			{ preview.closed && (
				<p className="rappel-callback__closed">{ preview.closed }</p>
			) }
			{ preview.later !== null && (
				<span
					className={ `rappel-callback__later rappel-preview__button${
						preview.button === null ? '' : ' is-quiet'
					}` }
				>
					{ preview.later }
				</span>
			) }
			{ preview.otherWays && (
				<p className="rappel-callback__example">
					{ preview.otherWays }
				</p>
			) }
		</div>
	);
}

const Field = ( { label, hint }: { label: string; hint?: string } ) => (
	<div className="rappel-callback__field">
		<b>{ label }</b>
		<span className="rappel-preview__input" />
		{ hint && <p className="rappel-callback__example">{ hint }</p> }
	</div>
);

function Consent( {
	preview: { consent, consentRequired },
}: {
	preview: FormPreview;
} ) {
	return (
		<p className="rappel-callback__consent">
			{ consentRequired && <span className="rappel-preview__box" /> }
			{ consent }
		</p>
	);
}

const Panel = ( { preview }: { preview: PanelPreview } ) => (
	<div className="rappel-callback__panel" data-state={ preview.state }>
		<span className="rappel-callback__steps" aria-hidden="true">
			<i />
			<i />
			<i />
		</span>
		<p className="rappel-callback__message">{ preview.message }</p>
		<div className="rappel-callback__choices">
			{ preview.links.map( ( link ) => (
				<span key={ link } className="rappel-callback__choice">
					{ link }
				</span>
			) ) }
		</div>
	</div>
);

function stateLabel( state: WidgetState, { callTypes }: Draft ): string {
	switch ( state ) {
		case 'open':
			return callTypes === 'deferred'
				? __( 'Before a time is picked', 'rappel' )
				: __( 'While you are open', 'rappel' );
		case 'closed':
			return __( 'While you are closed', 'rappel' );
		case 'nobody':
			return __( 'While nobody is available', 'rappel' );
		case 'full':
			return __( 'While too many are waiting', 'rappel' );
		case 'asked':
			return __( 'Once they asked to be called', 'rappel' );
		case 'booked':
			return __( 'Once a time is booked', 'rappel' );
	}
}
