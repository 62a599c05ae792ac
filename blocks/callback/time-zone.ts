/** The visitor's IANA zone; undefined in a browser that does not know it. */
export const visitorTimeZone = (): string | undefined =>
	Intl.DateTimeFormat().resolvedOptions().timeZone;
