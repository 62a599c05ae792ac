import { fileURLToPath } from 'node:url';
import express, { Router } from 'express';
import type { PageSetup } from '../../page/view.js';

/** Built by `tsc -b phone-lab`: the page's modules are beside the server's, its HTML and CSS in page/. */
const modules = fileURLToPath( new URL( '../../dist/page', import.meta.url ) );
const files = fileURLToPath( new URL( '../../page', import.meta.url ) );

const policy = [
	"default-src 'self'",
	// What is played comes from wherever the application serves its sounds.
	'media-src http: https: data: blob:',
	"style-src 'self'",
	"frame-ancestors 'none'",
].join( '; ' );

export function pageRoutes( setup: PageSetup ): Router {
	const router = Router();
	router.use( ( _request, response, next ) => {
		response.set( {
			'Content-Security-Policy': policy,
			'X-Content-Type-Options': 'nosniff',
			'Cache-Control': 'no-cache',
		} );
		next();
	} );
	router.get(
		'/lab/setup',
		( _request, response ) => void response.json( setup )
	);
	router.use(
		'/page',
		express.static( modules ),
		express.static( files, { extensions: [ 'css' ] } )
	);
	router.get( '/', ( _request, response ) =>
		response.sendFile( 'index.html', { root: files } )
	);
	return router;
}
