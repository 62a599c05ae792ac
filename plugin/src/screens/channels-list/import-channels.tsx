import { Button, FormFileUpload, Notice } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import { upload } from '@wordpress/icons';
import type { ImportedChannels } from '@rappel/contract';
import { importChannels } from '../../api/channels';
import type { Problem } from '../../api/problem';
import { readTextFile } from '../../read-text-file';

/** What became of the last file; null: none was chosen, or it was put away. */
export interface ImportState {
	imported: ImportedChannels | null;
	problem: Problem | null;
	isBusy: boolean;
}

const nothing: ImportState = { imported: null, problem: null, isBusy: false };

export function useImport( onImported: () => void ) {
	const [ state, setState ] = useState( nothing );
	const choose = async ( file: File | undefined ) => {
		if ( ! file ) {
			return;
		}
		setState( { ...nothing, isBusy: true } );
		try {
			const imported = await importChannels( await readTextFile( file ) );
			setState( { ...nothing, imported } );
			onImported();
		} catch ( error ) {
			setState( { ...nothing, problem: error as Problem } );
		}
	};
	return { state, choose, putAway: () => setState( nothing ) };
}

export function ImportButton( {
	isBusy,
	onChoose,
}: {
	isBusy: boolean;
	onChoose: ( file: File | undefined ) => Promise< void >;
} ) {
	return (
		<FormFileUpload
			accept=".json,application/json"
			onChange={ ( { currentTarget } ) => {
				void onChoose( currentTarget.files?.[ 0 ] );
				// The same file, mended, can be chosen once more.
				currentTarget.value = '';
			} }
			render={ ( { openFileDialog } ) => (
				<Button
					__next40pxDefaultSize
					variant="secondary"
					icon={ upload }
					isBusy={ isBusy }
					disabled={ isBusy }
					accessibleWhenDisabled
					onClick={ openFileDialog }
				>
					{ __( 'Import', 'rappel' ) }
				</Button>
			) }
		/>
	);
}

/** What was made, or every fault of the file with its place in it. */
export function ImportResult( {
	state: { imported, problem },
	onRemove,
}: {
	state: ImportState;
	onRemove: () => void;
} ) {
	if ( problem ) {
		return (
			<Notice
				className="rappel-notice"
				status="error"
				onRemove={ onRemove }
			>
				<p>{ problem.detail }</p>
				<ul className="rappel-import-faults">
					{ Object.entries( problem.fields ).map(
						( [ field, sentence ] ) => (
							<li key={ field }>
								<code dir="ltr">{ field }</code> { sentence }
							</li>
						)
					) }
				</ul>
			</Notice>
		);
	}
	return (
		imported && (
			<Notice
				className="rappel-notice"
				status={
					imported.unknownMembers.length ? 'warning' : 'success'
				}
				onRemove={ onRemove }
			>
				<p>{ importedWords( imported.channels.length ) }</p>
				{ imported.unknownMembers.map(
					( { channelId, channelName, login } ) => (
						<p key={ `${ channelId } ${ login }` }>
							{ sprintf(
								/* translators: 1: name of a channel. 2: login of a user. */
								__(
									'%1$s: “%2$s” takes no callbacks on this site and was left out of the team.',
									'rappel'
								),
								channelName,
								login
							) }
						</p>
					)
				) }
			</Notice>
		)
	);
}

const importedWords = ( count: number ) =>
	sprintf(
		/* translators: %d: how many channels. */
		_n(
			'%d channel is imported. It is paused: look at its numbers and team, then put it live.',
			'%d channels are imported. They are paused: look at their numbers and teams, then put them live.',
			count,
			'rappel'
		),
		count
	);
