import type { RequestDetail } from '@rappel/contract';

export type { Leg } from '@rappel/contract';
export type Attempt = RequestDetail[ 'attemptsMade' ][ number ];
