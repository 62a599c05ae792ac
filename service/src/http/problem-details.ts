import { STATUS_CODES } from 'node:http';
import {
	errorCodes,
	type ErrorCode,
	type Language,
	type Problem,
} from '@rappel/contract';
import { ConnectionError } from 'sequelize';
import { ZodError } from 'zod';
import { text, type TextKey } from '../messages/texts.js';
import { isConnectionLost } from '../persistence/database-errors.js';
import { Refusal } from '../refusal.js';
import { faultsOf } from './validation.js';

export interface ProblemContext {
	language: Language;
	traceId: string;
}

/**
 * The one place that turns what was thrown into what the other side reads (RFC 9457). Only a Refusal, a schema's faults and
 * what the body reader says are told; of anything else, nothing but the trace id.
 */
export function problemOf( error: unknown, context: ProblemContext ): Problem {
	if ( error instanceof Refusal ) {
		return {
			...problem( error.code, context, error.text, error.values ),
			...( error.field !== undefined && { field: error.field } ),
			...( error.retryAt !== undefined && {
				retryAt: error.retryAt.toISOString(),
			} ),
			...( error.alternatives !== undefined && {
				alternatives: error.alternatives,
			} ),
		};
	}
	if ( error instanceof ZodError ) {
		return invalidRequest( error, context );
	}
	const bodyCode = bodyReaderCode( error );
	if ( bodyCode ) {
		return problem( bodyCode, context );
	}
	if ( error instanceof ConnectionError || isConnectionLost( error ) ) {
		return problem( 'service_unavailable', context );
	}
	return problem( 'internal_error', context );
}

/** With a single fault its sentence is the problem's; a fault of the visitor's number alone is that number's own problem. */
function invalidRequest( error: ZodError, context: ProblemContext ): Problem {
	const faults = faultsOf( error, context.language );
	const [ first, ...others ] = faults;
	const code =
		first && others.length === 0 && isErrorCode( first.code )
			? first.code
			: 'invalid_request';
	return {
		...problem( code, context ),
		...( first && others.length === 0 && { detail: first.detail } ),
		...( first && { field: first.field } ),
		errors: faults,
	};
}

function problem(
	code: ErrorCode,
	{ language, traceId }: ProblemContext,
	key?: TextKey,
	values: Record< string, string | number > = {}
): Problem {
	const status = errorCodes[ code ];
	return {
		type: `urn:rappel:problem:${ code }`,
		title: STATUS_CODES[ status ] ?? code,
		status,
		code,
		detail: text( key ?? `problem.${ code }`, language, {
			traceId,
			...values,
		} ),
		traceId,
	};
}

function isErrorCode( code: string ): code is ErrorCode {
	return Object.hasOwn( errorCodes, code );
}

/** The `type` of an error of raw-body (https://github.com/expressjs/body-parser#errors), and Express's own for a broken path. */
function bodyReaderCode( error: unknown ): ErrorCode | null {
	const { type, status } = ( error ?? {} ) as {
		type?: unknown;
		status?: unknown;
	};
	if ( type === 'entity.too.large' ) {
		return 'payload_too_large';
	}
	const broken =
		error instanceof URIError ||
		( typeof type === 'string' &&
			typeof status === 'number' &&
			status < 500 );
	return broken ? 'invalid_request' : null;
}
