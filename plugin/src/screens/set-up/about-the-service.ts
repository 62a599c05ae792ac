import { __ } from '@wordpress/i18n';

/** What the step of the service is for, whichever way is taken. */
export const aboutTheService = () =>
	__(
		'WordPress shows the form; the Rappel service makes the calls, whether somebody is on your site or not.',
		'rappel'
	);
