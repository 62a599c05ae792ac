import { useCallback } from '@wordpress/element';
import type { OfferedCode } from '@rappel/contract';
import { offerCode } from '../api/set-up';
import { useLoaded, type Loaded } from './use-loaded';

/** The code that a service is started with. */
export const useOfferedCode = (): Loaded< OfferedCode > =>
	useLoaded( useCallback( () => offerCode(), [] ) );
