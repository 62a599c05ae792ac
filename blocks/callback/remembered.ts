/** What a reload in the same tab must find again. Gone with the tab, and removed as soon as the request is over. */
export interface Sent {
	key: string;
	number: string;
	name: string;
	/** Absent from what an older page of this site remembered. */
	note?: string;
	/** The slot that was to be booked; absent or empty: be called now. */
	slot?: string;
	/** The page was told that the two talk. */
	joined?: boolean;
	/** It waits for a code: the phone may throw the page away while its SMS are read. */
	confirming?: boolean;
}

const slot = ( channelId: string ) => `rappel/callback/${ channelId }`;

/** Remembers in this tab; null forgets. Storage may be refused (private mode, a blocked frame): then a reload begins anew. */
export function remember( channelId: string, sent: Sent | null ): void {
	try {
		if ( sent ) {
			sessionStorage.setItem( slot( channelId ), JSON.stringify( sent ) );
		} else {
			sessionStorage.removeItem( slot( channelId ) );
		}
	} catch {}
}

/** Null when nothing is under way in this tab. */
export function remembered( channelId: string ): Sent | null {
	try {
		return JSON.parse(
			sessionStorage.getItem( slot( channelId ) ) ?? 'null'
		);
	} catch {
		return null;
	}
}
