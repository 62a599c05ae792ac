import { FormTokenField } from '@wordpress/components';
import { useMemo } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { fieldHelp, FigureField } from '../../components/fields';
import { Section } from '../../components/section';
import { limits } from '../../domain/limits';
import { countries } from '../../domain/countries';
import { fieldId, type ChannelDraft } from '../../hooks/use-channel-draft';
import { useReading } from '../../reading';

export function GuardsSection( {
	draft: { guards },
	errors,
	changePart,
}: ChannelDraft ) {
	const { locale } = useReading();
	const known = useMemo( () => countries( locale ), [ locale ] );
	const change = ( changes: Partial< typeof guards > ) =>
		changePart( 'guards', changes );
	const nameOf = ( code: string ) =>
		known.find( ( country ) => country.code === code )?.name ?? code;
	const codeOf = ( name: string ) =>
		known.find(
			( country ) =>
				country.name.toLocaleLowerCase( locale ) ===
				name.toLocaleLowerCase( locale )
		)?.code;
	const countriesError = errors[ 'guards.allowedCountries' ];
	return (
		<Section
			id="rappel-guards"
			title={ __( 'Protection', 'rappel' ) }
			description={ __(
				'Each call costs money. Premium, short and satellite numbers are never called.',
				'rappel'
			) }
		>
			<div
				id={ fieldId( 'guards.allowedCountries' ) }
				tabIndex={ -1 }
				className={ countriesError ? 'has-error' : '' }
			>
				<FormTokenField
					__next40pxDefaultSize
					__nextHasNoMarginBottom
					__experimentalExpandOnFocus
					__experimentalShowHowTo={ false }
					__experimentalValidateInput={ ( name ) =>
						!! codeOf( name )
					}
					label={ __( 'Countries that may be called', 'rappel' ) }
					value={ guards.allowedCountries.map( nameOf ) }
					suggestions={ known.map( ( { name } ) => name ) }
					maxSuggestions={ 20 }
					onChange={ ( names ) =>
						change( {
							allowedCountries: [
								...new Set(
									names.flatMap(
										( name ) =>
											codeOf(
												typeof name === 'string'
													? name
													: name.value
											) ?? []
									)
								),
							],
						} )
					}
				/>
				<p className="rappel-help">
					{ fieldHelp(
						countriesError,
						__(
							'Numbers of any other country are refused. An empty list calls nobody.',
							'rappel'
						)
					) }
				</p>
			</div>
			<div className="rappel-figures">
				<FigureField
					path="guards.requestsPerNumberPerDay"
					label={ __( 'Requests per number and day', 'rappel' ) }
					error={ errors[ 'guards.requestsPerNumberPerDay' ] }
					value={ guards.requestsPerNumberPerDay }
					onChange={ ( requestsPerNumberPerDay ) =>
						change( { requestsPerNumberPerDay } )
					}
					range={ limits[ 'guards.requestsPerNumberPerDay' ] }
				/>
				<FigureField
					path="guards.requestsPerAddressPerHour"
					label={ __(
						'Requests per visitor’s connection and hour',
						'rappel'
					) }
					error={ errors[ 'guards.requestsPerAddressPerHour' ] }
					value={ guards.requestsPerAddressPerHour }
					onChange={ ( requestsPerAddressPerHour ) =>
						change( { requestsPerAddressPerHour } )
					}
					range={ limits[ 'guards.requestsPerAddressPerHour' ] }
				/>
			</div>
		</Section>
	);
}
