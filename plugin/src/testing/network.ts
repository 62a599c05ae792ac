import { jest } from '@jest/globals';

export interface Asked {
	method: string;
	/** With its query: "/rappel/v1/callback-requests?limit=25". */
	path: string;
	body: unknown;
}

export interface Refused {
	status: number;
	error: { code: string; message: string; data?: object };
}

type Answer = object | Refused | 'no answer';

/** The only thing that is not real under test: WordPress's REST answers. */
export function createNetwork() {
	const asked: Asked[] = [];
	const answers = new Map< string, Answer[] >();

	const fetchMock = jest.fn(
		async (
			url: string,
			{ method = 'GET', headers = {}, body }: RequestInit = {}
		) => {
			const real =
				( headers as Record< string, string > )[
					'X-HTTP-Method-Override'
				] ?? method;
			const path = url
				.replace( /^https?:\/\/[^/]+/, '' )
				.replace( /[?&]_locale=user/, '' );
			asked.push( {
				method: real,
				path,
				body: body ? JSON.parse( String( body ) ) : null,
			} );
			const queue =
				answers.get( `${ real } ${ path }` ) ??
				answers.get( `${ real } ${ path.replace( /\?.*/, '' ) }` ) ??
				[];
			const answer = queue.length > 1 ? queue.shift()! : queue[ 0 ];
			if ( ! answer || answer === 'no answer' ) {
				throw new TypeError( 'Failed to fetch' );
			}
			const refused = 'error' in answer ? ( answer as Refused ) : null;
			const json = refused
				? {
						...refused.error,
						data: { status: refused.status, ...refused.error.data },
					}
				: answer;
			return {
				status: refused?.status ?? 200,
				ok: ! refused,
				headers: new Map(),
				json: async () => json,
				blob: async () => new Blob( [ JSON.stringify( json ) ] ),
			};
		}
	);

	return {
		asked,
		fetch: fetchMock as unknown as typeof fetch,
		/** Answers one after the other; the last goes on. With a query in `path`, only that query. */
		answer: ( method: string, path: string, ...given: Answer[] ) =>
			answers.set( `${ method } ${ path }`, given ),
		asks: ( method: string, path: string ) =>
			asked.filter(
				( one ) => one.method === method && one.path.startsWith( path )
			),
	};
}
