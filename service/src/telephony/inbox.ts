import { DataTypes, Op, type Model } from 'sequelize';
import type { Database } from '../persistence/database.js';
import { instant } from '../persistence/instant.js';
import type { Receipt } from './call-events.js';

export interface Inbox {
	/**
	 * True for a message that was never taken before. Joins the current transaction: one whose handling rolled back is not
	 * taken, and may come again.
	 */
	take: ( receipt: Receipt, now: Date ) => Promise< boolean >;
	/** Forgets messages from before then: no network repeats itself for so long. */
	sweep: ( before: Date ) => Promise< void >;
}

export function createInbox( database: Database ): Inbox {
	// A new one each time: Sequelize writes the column's name into it.
	const key = () => ( { type: DataTypes.STRING( 64 ), primaryKey: true } );
	const inbox = database.sequelize.define<
		Model< Receipt & { receivedAt: Date } >
	>(
		'WebhookInbox',
		{ callSid: key(), event: key(), token: key(), receivedAt: instant },
		{ tableName: 'webhook_inbox', timestamps: false, underscored: true }
	);
	return {
		async take( receipt, now ) {
			// Of one transaction only, since a request's messages pass one at a time: what is there, was there before.
			const known = await inbox.findOne( { where: { ...receipt } } );
			if ( ! known ) {
				await inbox.create( { ...receipt, receivedAt: now } );
			}
			return ! known;
		},
		async sweep( before ) {
			await inbox.destroy( {
				where: { receivedAt: { [ Op.lt ]: before } },
			} );
		},
	};
}
