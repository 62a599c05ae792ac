import {
	Button,
	Modal,
	RadioControl,
	TextControl,
} from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { Channel } from '@rappel/contract';
import { saveChannel } from '../../api/channels';
import type { Problem } from '../../api/problem';
import { ProblemNotice } from '../../components/problem-notice';
import {
	draftOfTemplate,
	templateDescription,
	templateIds,
	templateName,
	type TemplateId,
} from '../../domain/channel-templates';
import { languageOf } from '../../domain/languages';
import { useReading } from '../../reading';

interface NewChannelDialogProps {
	onCreated: ( channel: Channel ) => void;
	onClose: () => void;
}

/** A channel begins with a kind and a name; everything else has a default, and it is paused until it is put live. */
export function NewChannelDialog( {
	onCreated,
	onClose,
}: NewChannelDialogProps ) {
	const { locale } = useReading();
	const [ template, setTemplate ] = useState< TemplateId >( 'switchboard' );
	/** Null: the template's. */
	const [ name, setName ] = useState< string | null >( null );
	const [ isBusy, setBusy ] = useState( false );
	const [ problem, setProblem ] = useState< Problem | null >( null );
	const create = async () => {
		setBusy( true );
		setProblem( null );
		try {
			onCreated(
				await saveChannel( null, {
					settings: draftOfTemplate(
						template,
						name?.trim() || templateName( template ),
						languageOf( locale )
					),
				} )
			);
		} catch ( error ) {
			setProblem( error as Problem );
			setBusy( false );
		}
	};
	return (
		<Modal
			title={ __( 'New channel', 'rappel' ) }
			onRequestClose={ onClose }
			size="medium"
		>
			<form
				className="rappel-new-channel"
				onSubmit={ ( event ) => {
					event.preventDefault();
					void create();
				} }
			>
				{ problem && <ProblemNotice problem={ problem } /> }
				<RadioControl
					label={ __( 'What it is for', 'rappel' ) }
					selected={ template }
					options={ templateIds.map( ( value ) => ( {
						value,
						label: templateName( value ),
						description: templateDescription( value ),
					} ) ) }
					onChange={ ( chosen ) =>
						setTemplate( chosen as TemplateId )
					}
				/>
				<TextControl
					__next40pxDefaultSize
					__nextHasNoMarginBottom
					label={ __( 'Name', 'rappel' ) }
					help={ __(
						'For you and your colleagues; visitors do not see it. Up to 80 characters.',
						'rappel'
					) }
					maxLength={ 80 }
					value={ name ?? templateName( template ) }
					onChange={ setName }
				/>
				<p>
					{ __(
						'It is paused at first. Its settings come next, section by section; the last one puts it live.',
						'rappel'
					) }
				</p>
				<div className="rappel-confirmation__buttons">
					<Button
						__next40pxDefaultSize
						variant="tertiary"
						onClick={ onClose }
					>
						{ __( 'Go back', 'rappel' ) }
					</Button>
					<Button
						__next40pxDefaultSize
						variant="primary"
						type="submit"
						isBusy={ isBusy }
						disabled={ isBusy }
						accessibleWhenDisabled
					>
						{ __( 'Create the channel', 'rappel' ) }
					</Button>
				</div>
			</form>
		</Modal>
	);
}
