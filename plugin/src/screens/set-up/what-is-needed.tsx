import { __ } from '@wordpress/i18n';

/** Before anything is asked for: what it takes, and what it costs a month. */
export const WhatIsNeeded = () => (
	<div className="rappel-needed">
		<h3>{ __( 'What you need', 'rappel' ) }</h3>
		<ul>
			<li>
				{ __(
					'The Rappel service: a small program that makes the calls. Your agency may run it for you; on a server of your own, the smallest one is enough, at some 5 € a month.',
					'rappel'
				) }
			</li>
			<li>
				{ __(
					'A Twilio account: the telephone network. A French number costs some 1 to 2 € a month, a callback of three minutes some 0.15 €: two calls, one of them to a mobile.',
					'rappel'
				) }
			</li>
			<li>
				{ __(
					'A phone that answers, and five minutes once the service runs.',
					'rappel'
				) }
			</li>
		</ul>
		<p>
			<strong>
				{ __(
					'For 100 callbacks a month, count some 20 to 30 €, server and number included.',
					'rappel'
				) }
			</strong>{ ' ' }
			{ __(
				'These are orders of magnitude for France: Twilio’s list has the exact prices, and each channel’s settings tell what its callbacks cost.',
				'rappel'
			) }{ ' ' }
			<a
				href="https://www.twilio.com/en-us/voice/pricing/fr"
				target="_blank"
				rel="noreferrer"
			>
				{ __( 'Twilio’s prices (new tab)', 'rappel' ) }
			</a>
		</p>
	</div>
);
