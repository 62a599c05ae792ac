import { readFile } from 'node:fs/promises';
import type { Message } from './message.js';

interface BlockMetadata {
	title?: string;
	description?: string;
	keywords?: string[];
}

/** Texts of a block.json, under the contexts that WordPress looks them up by (block-i18n.json in its core). */
export async function extractBlock(
	path: string,
	file: string
): Promise< Message[] > {
	const {
		title,
		description,
		keywords = [],
	}: BlockMetadata = JSON.parse( await readFile( path, 'utf8' ) );
	const message = ( context: string, singular: string | undefined ) =>
		singular ? [ { singular, context, comment: '', file } ] : [];
	return [
		...message( 'block title', title ),
		...message( 'block description', description ),
		...keywords.flatMap( ( keyword ) =>
			message( 'block keyword', keyword )
		),
	];
}
