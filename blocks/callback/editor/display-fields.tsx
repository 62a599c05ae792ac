import { SelectControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { CallbackAttributes } from '../attributes';

type Changes = Partial< CallbackAttributes >;

/** Whether the form stands in the page, or in a dialog behind a button. */
export function DisplayFields( {
	attributes: { display, side },
	setAttributes,
}: {
	attributes: CallbackAttributes;
	setAttributes: ( changes: Changes ) => void;
} ) {
	return (
		<>
			<SelectControl
				__next40pxDefaultSize
				__nextHasNoMarginBottom
				label={ __( 'Where the form is', 'rappel' ) }
				help={ __(
					'In a dialog it takes no room in the page until a visitor wants it.',
					'rappel'
				) }
				value={ display }
				onChange={ ( value ) =>
					setAttributes( {
						display: value as CallbackAttributes[ 'display' ],
					} )
				}
				options={ [
					{
						label: __( 'In the page', 'rappel' ),
						value: 'inline',
					},
					{
						label: __(
							'In a dialog that a button opens',
							'rappel'
						),
						value: 'button',
					},
					{
						label: __(
							'In a dialog that a floating button opens',
							'rappel'
						),
						value: 'floating',
					},
					{
						label: __(
							'In a dialog that something else opens',
							'rappel'
						),
						value: 'dialog',
					},
				] }
			/>
			{ display === 'floating' && (
				<SelectControl
					__next40pxDefaultSize
					__nextHasNoMarginBottom
					label={ __( 'Side of the floating button', 'rappel' ) }
					help={ __(
						'It stays at the bottom of the window on the pages with this block. In a template part, such as the footer, the block is on every page.',
						'rappel'
					) }
					value={ side }
					onChange={ ( value ) =>
						setAttributes( {
							side: value as CallbackAttributes[ 'side' ],
						} )
					}
					options={ [
						{
							label: __( 'Where lines end', 'rappel' ),
							value: 'end',
						},
						{
							label: __( 'Where lines start', 'rappel' ),
							value: 'start',
						},
					] }
				/>
			) }
		</>
	);
}
