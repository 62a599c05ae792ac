import { Notice } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { ActionResult } from '../../api/request-actions';
import { formatNumber } from '../../domain/format';
import type { ActedOn } from '../../domain/request-actions';

interface RefusalsProps {
	results: ActionResult[];
	requests: ActedOn[];
	onRemove?: () => void;
}

/** For which requests it could not be done, and why; nothing where it was done for all. */
export function Refusals( { results, requests, onRemove }: RefusalsProps ) {
	const refused = results.flatMap( ( { requestId, problem } ) =>
		problem ? [ { requestId, detail: problem.detail } ] : []
	);
	if ( refused.length === 0 ) {
		return null;
	}
	const nameOf = ( id: string ) => {
		const request = requests.find( ( known ) => known.id === id );
		return request && ( request.name || formatNumber( request.number ) );
	};
	return (
		<Notice
			className="rappel-notice"
			status="error"
			isDismissible={ !! onRemove }
			{ ...( onRemove && { onRemove } ) }
		>
			{ requests.length === 1 ? (
				refused[ 0 ]?.detail
			) : (
				<>
					<p>{ __( 'It could not be done for:', 'rappel' ) }</p>
					<ul>
						{ refused.map( ( { requestId, detail } ) => (
							<li key={ requestId }>
								<strong>
									<bdi>{ nameOf( requestId ) }</bdi>
								</strong>{ ' ' }
								{ detail }
							</li>
						) ) }
					</ul>
				</>
			) }
		</Notice>
	);
}
