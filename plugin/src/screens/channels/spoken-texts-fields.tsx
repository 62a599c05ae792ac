import { BaseControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { Language, SpokenTextKey } from '@rappel/contract';
import { ChoiceField, LongTextField } from '../../components/fields';
import { Fold } from '../../components/fold';
import { languageOptions } from '../../domain/languages';
import { spokenTextGroups } from '../../domain/spoken-text-groups';
import type { ChannelDraft } from '../../hooks/use-channel-draft';
import { useSpokenTexts } from '../../hooks/use-spoken-texts';
import { useReading } from '../../reading';

/** Every sentence that is spoken, in every language, with the default where the owner wrote none. */
export function SpokenTextsFields( {
	draft,
	errors,
	changePart,
}: ChannelDraft ) {
	const { locale } = useReading();
	const [ language, setLanguage ] = useState< Language >( draft.language );
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
			<ChoiceField
				path="spokenLanguage"
				label={ __( 'In this language', 'rappel' ) }
				help={ __(
					'Words in braces, such as {name}, are filled in during the call.',
					'rappel'
				) }
				error={ undefined }
				value={ language }
				onChange={ setLanguage }
				options={ languageOptions( locale ) }
			/>
			<div>
				{ spokenTextGroups( draft ).map( ( { title, texts } ) => {
					const own = texts.filter( ( { key } ) =>
						spokenTexts[ language ]?.[ key ]?.trim()
					).length;
					return (
						<Fold
							key={ title }
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
								<LongTextField
									key={ key }
									path={ `calls.spokenTexts.${ language }.${ key }` }
									label={ label }
									error={
										errors[
											`calls.spokenTexts.${ language }.${ key }`
										]
									}
									value={
										spokenTexts[ language ]?.[ key ] ?? ''
									}
									onChange={ ( text ) => change( key, text ) }
									maximum={ 400 }
									placeholder={ defaults?.[ key ] }
								/>
							) ) }
						</Fold>
					);
				} ) }
			</div>
		</div>
	);
}
