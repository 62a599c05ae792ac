import { useCallback } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { readEstimate } from '../../api/channel-checks';
import { estimateWords } from '../../domain/estimate-words';
import { useLoaded } from '../../hooks/use-loaded';
import { useReading } from '../../reading';

/** What a callback of this channel costs; nothing while it cannot be asked. */
export function EstimateNote( {
	channelId,
	version,
}: {
	channelId: string;
	/** Of what is saved: another is asked about anew. */
	version: number;
} ) {
	const { locale } = useReading();
	const { value } = useLoaded(
		useCallback( async () => {
			const estimate = await readEstimate( channelId );
			return { version, estimate };
		}, [ channelId, version ] )
	);
	if ( ! value ) {
		return null;
	}
	const { cost, basis } = estimateWords( value.estimate, locale );
	return (
		<dl className="rappel-estimate">
			<dt>{ __( 'Cost of a callback', 'rappel' ) }</dt>
			<dd>
				<b>{ cost }</b>
				<span>{ basis }</span>
			</dd>
		</dl>
	);
}
