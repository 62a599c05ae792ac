import { BaseControl } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import type { Language, SpokenTextKey } from '@rappel/contract';
import { LongTextField } from '../../components/fields';
import { Fold } from '../../components/fold';
import { spokenTextGroups } from '../../domain/spoken-text-groups';
import type { ChannelDraft } from '../../hooks/use-channel-draft';
import { useSpokenTexts } from '../../hooks/use-spoken-texts';
import { useEditorPlace } from './editor-place';
import { Spoken } from './spoken';

const pathOf = ( language: Language, key: SpokenTextKey ) =>
	`calls.spokenTexts.${ language }.${ key }`;

/** Every sentence that is spoken, in the language that is written, with the default where the owner wrote none. */
export function SpokenTextsFields( {
	draft,
	errors,
	changePart,
}: ChannelDraft ) {
	const { language, wanted } = useEditorPlace();
	const defaults = useSpokenTexts( language );
	const { spokenTexts } = draft.calls;
	const change = ( key: SpokenTextKey, text: string ) =>
		changePart( 'calls', {
			spokenTexts: {
				...spokenTexts,
				[ language ]: { ...spokenTexts[ language ], [ key ]: text },
			},
		} );
	return (
		<div
			className="rappel-spoken"
			role="group"
			aria-labelledby="rappel-spoken-title"
		>
			<BaseControl.VisualLabel id="rappel-spoken-title">
				{ __( 'Spoken sentences', 'rappel' ) }
			</BaseControl.VisualLabel>
			<p className="rappel-help">
				{ __(
					'Words in braces, such as {name}, are filled in during the call.',
					'rappel'
				) }
			</p>
			<div>
				{ spokenTextGroups( draft ).map( ( { title, texts } ) => {
					const own = texts.filter( ( { key } ) =>
						spokenTexts[ language ]?.[ key ]?.trim()
					).length;
					return (
						<Fold
							key={ title }
							mustOpen={ texts.some( ( { key } ) =>
								[ ...Object.keys( errors ), wanted ].includes(
									pathOf( language, key )
								)
							) }
							title={
								own
									? sprintf(
											/* translators: 1: title of a group of sentences. 2: how many of them the owner wrote. */
											__(
												'%1$s (%2$d of your own)',
												'rappel'
											),
											title,
											own
										)
									: title
							}
						>
							{ texts.map( ( { key, label } ) => (
								<Spoken
									key={ key }
									draft={ draft }
									label={ label }
									text={
										spokenTexts[ language ]?.[ key ] ||
										defaults?.[ key ]
									}
								>
									<LongTextField
										path={ pathOf( language, key ) }
										label={ label }
										error={
											errors[ pathOf( language, key ) ]
										}
										value={
											spokenTexts[ language ]?.[ key ] ??
											''
										}
										onChange={ ( text ) =>
											change( key, text )
										}
										maximum={ 400 }
										placeholder={ defaults?.[ key ] }
									/>
								</Spoken>
							) ) }
						</Fold>
					);
				} ) }
			</div>
		</div>
	);
}
