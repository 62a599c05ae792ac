/** What PHP tells the profile's script (class-profile-page.php). */
export interface ProfileData {
	/** Whose profile it is. */
	userId: number;
	/** In which they are spoken to: "fr". */
	language: string;
	/** When the link of their personal page was made; null: there is none. */
	personalPageSince: string | null;
}

declare global {
	interface Window {
		rappelProfile?: ProfileData;
	}
}
