import { Button } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { initialData } from '../../initial-data';
import { languageOptions, languagesFrom } from '../../domain/languages';
import { countOwn, type OwnTexts } from '../../domain/own-texts';
import { useReading } from '../../reading';
import { useEditorPlace } from './editor-place';

/** In which language the texts below are written; the site's own come first. */
export function LanguageSwitch( {
	texts,
}: {
	/** Those below, to say in how many the owner wrote something. */
	texts: OwnTexts[];
} ) {
	const { locale } = useReading();
	const { language: current, setLanguage } = useEditorPlace();
	const names = languageOptions( locale );
	return (
		<div className="rappel-languages">
			<div
				className="rappel-languages__list"
				role="group"
				aria-label={ __( 'Language of the texts', 'rappel' ) }
			>
				{ languagesFrom( initialData()?.siteLanguages ?? [] ).map(
					( language ) => {
						const name =
							names.find( ( { value } ) => value === language )
								?.label ?? language;
						const own = countOwn( texts, language );
						return (
							<Button
								key={ language }
								size="compact"
								variant={
									language === current
										? 'primary'
										: 'secondary'
								}
								aria-pressed={ language === current }
								onClick={ () => setLanguage( language ) }
							>
								{ own
									? sprintf(
											/* translators: 1: a language. 2: how many texts the owner wrote in it. */
											__( '%1$s (%2$d)', 'rappel' ),
											name,
											own
										)
									: name }
							</Button>
						);
					}
				) }
			</div>
			<p className="rappel-help">
				{ __(
					'A page, a call or an SMS in this language takes your text; where you wrote none, the one shown in grey. Never that of another language.',
					'rappel'
				) }
			</p>
		</div>
	);
}
