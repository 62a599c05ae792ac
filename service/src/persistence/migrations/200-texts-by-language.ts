import { QueryTypes } from 'sequelize';
import {
	textsByLanguage,
	textsOfOneLanguage,
} from '../../channels/domain/texts-by-language.js';
import type { Database } from '../database.js';

/** Texts of a channel that were the same in every language are those of its own. Run twice, it changes nothing more. */
export async function up( database: Database ): Promise< void > {
	await rewrite( database, textsByLanguage );
}

export async function down( database: Database ): Promise< void > {
	await rewrite( database, textsOfOneLanguage );
}

/** Removed channels too: requests of before still name them. */
async function rewrite(
	{ sequelize }: Database,
	change: ( settings: unknown ) => unknown
): Promise< void > {
	const rows = await sequelize.query< { id: string; settings: string } >(
		'SELECT id, settings FROM channels',
		{ type: QueryTypes.SELECT }
	);
	for ( const { id, settings } of rows ) {
		const changed = JSON.stringify( change( JSON.parse( settings ) ) );
		if ( changed !== settings ) {
			await sequelize.query(
				'UPDATE channels SET settings = ? WHERE id = ?',
				{ replacements: [ changed, id ], type: QueryTypes.UPDATE }
			);
		}
	}
}
