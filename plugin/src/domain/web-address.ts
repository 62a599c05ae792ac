/** Only web addresses become links: what a visitor's page sent is not trusted with more. */
export const isWebAddress = ( url: string ) => /^https?:\/\//i.test( url );
