import type { Database } from '../persistence/database.js';
import { toSqlInstant } from '../persistence/sql-instant.js';

/** As it is kept: its token sealed. */
export interface StoredAccount {
	siteId: string;
	/** Twilio's name of the account. */
	accountSid: string;
	sealedToken: string;
	/** False: replaced, and only what was called over it before still needs it. */
	isCurrent: boolean;
}

export interface AccountStore {
	/** The current one first, then those it replaced, the latest first. */
	ofSite: ( siteId: string ) => Promise< StoredAccount[] >;
	/** Of every site that has, or had, this account. */
	named: ( accountSid: string ) => Promise< StoredAccount[] >;
	/** The site's account is this one from now on; null: it has none. What it had becomes a replaced one. Joins the transaction. */
	replace: (
		siteId: string,
		account: { accountSid: string; sealedToken: string } | null,
		now: Date
	) => Promise< void >;
	/** Those that were replaced before this time are gone. */
	forget: ( before: Date ) => Promise< void >;
}

interface AccountRecord {
	siteId: string;
	accountSid: string;
	sealedToken: string;
	replacedAt: Date | string | null;
}

const columns =
	'site_id AS siteId, account_sid AS accountSid, sealed_token AS sealedToken, replaced_at AS replacedAt';

export function createAccountStore( {
	bound,
	dialect,
}: Pick< Database, 'bound' | 'dialect' > ): AccountStore {
	const select = async (
		rest: string,
		value: string
	): Promise< StoredAccount[] > => {
		const records = await bound.select< AccountRecord >(
			`SELECT ${ columns } FROM telephony_accounts WHERE ${ rest }`,
			[ value ]
		);
		return records.map( ( { replacedAt, ...account } ) => ( {
			...account,
			isCurrent: replacedAt === null,
		} ) );
	};

	const insertOrUpdate = async (
		siteId: string,
		{
			accountSid,
			sealedToken,
		}: { accountSid: string; sealedToken: string },
		at: string
	): Promise< void > => {
		const known = await bound.write(
			'UPDATE telephony_accounts SET sealed_token = $1, saved_at = $2, replaced_at = NULL WHERE site_id = $3 AND account_sid = $4',
			[ sealedToken, at, siteId, accountSid ]
		);
		if ( known === 0 ) {
			await bound.write(
				'INSERT INTO telephony_accounts ( site_id, account_sid, sealed_token, saved_at ) VALUES ( $1, $2, $3, $4 )',
				[ siteId, accountSid, sealedToken, at ]
			);
		}
	};

	return {
		ofSite: ( siteId ) =>
			select(
				'site_id = $1 ORDER BY replaced_at IS NOT NULL, replaced_at DESC',
				siteId
			),
		named: ( accountSid ) => select( 'account_sid = $1', accountSid ),
		async replace( siteId, account, now ) {
			const at = toSqlInstant( dialect, now );
			await bound.write(
				'UPDATE telephony_accounts SET replaced_at = $1 WHERE site_id = $2 AND replaced_at IS NULL',
				[ at, siteId ]
			);
			if ( account ) {
				await insertOrUpdate( siteId, account, at );
			}
		},
		async forget( before ) {
			await bound.write(
				'DELETE FROM telephony_accounts WHERE replaced_at < $1',
				[ toSqlInstant( dialect, before ) ]
			);
		},
	};
}
