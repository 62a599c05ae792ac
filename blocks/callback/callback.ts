import type { VisitorStatus } from '@rappel/contract';
import { arrange } from './arrange';
import { announce } from './announce';
import type { CodeStep, Proof } from './code/code';
import type { CallbackContext } from './context';
import { showMissing } from './missing';
import { remember, remembered, type Sent } from './remembered';
import { createRequestKey } from './request-key';
import { showForm, showRefusal, showStatus } from './show';
import { createSubmission, fieldsOf } from './submission';
import { createTimeChoice } from './time-choice';
import { whenVisible } from './when-visible';
import { ask, Refusal } from './wire';

const longestPauseMilliseconds = 30_000;
/** A booking may be weeks away, and `setTimeout` overflows after 24 days. */
const longestPollMilliseconds = 3_600_000;

/** The two talk, or have talked. */
const joinedStates = [ 'talking', 'surveying', 'done' ];

const slotIsGone = [ 'slot_taken', 'slot_not_offered' ];

export type CancelReason = 'changed_mind' | 'wrong_number';

export interface Callback {
	/** Goes on with what this tab sent before a reload, or with what the page was rendered for. */
	resume: () => void;
	submit: () => Promise< void >;
	cancel: ( reason: CancelReason ) => Promise< void >;
	/** Back to the form, with what was typed. */
	askAgain: () => void;
	/** Opens the free times; the form books from then on. */
	chooseTime: () => void;
	/** The form asks for a call now again. */
	closePicker: () => void;
}

/** One block on the page: sends a request or books a slot, follows it, takes it back. `context` is the block's reactive context. */
export function createCallback(
	context: CallbackContext,
	root: HTMLElement
): Callback {
	const { channelId, texts } = context;
	const fields = fieldsOf( root.querySelector( 'form' )! );
	/** What was sent and not answered no: a second try with the same number is the same request. */
	let sent: Sent | null = null;
	/** Goes out with the request that waits for a code; a right one is good for another time too, until the request is granted. */
	let proof: Proof = {};
	let codeStep: CodeStep | undefined;
	/** Rises with every question, so that a late answer to an older one changes nothing. */
	let question = 0;
	let failures = 0;
	let timer: ReturnType< typeof setTimeout > | undefined;
	const timeChoice = createTimeChoice( context, root, () => void submit() );

	// One turn later: the directives must first show what was hidden.
	const focus = ( element: HTMLElement | null ) =>
		setTimeout( () => element?.focus() );
	const focusPanel = () =>
		focus( root.querySelector< HTMLElement >( '.rappel-callback__panel' ) );
	const focusFault = () =>
		focus(
			context.numberInvalid
				? fields.number
				: ( context.consentInvalid && fields.consent ) || null
		);

	function keep( next: Sent | null ): void {
		sent = next;
		remember( channelId, next );
	}

	/** Empty: to be called now. */
	const slotToBook = () => ( context.picking ? context.slot : '' );

	const keepTyped = ( key: string, number: string ) =>
		keep( {
			key,
			number,
			name: fields.name?.value ?? '',
			note: fields.note?.value ?? '',
			slot: slotToBook(),
		} );

	function pollIn( milliseconds: number ): void {
		clearTimeout( timer );
		timer = setTimeout(
			() => whenVisible( () => void poll() ),
			Math.min( milliseconds, longestPollMilliseconds )
		);
	}

	function take( status: VisitorStatus ): void {
		failures = 0;
		proof = {};
		showStatus( context, status );
		if ( sent && ! sent.joined && joinedStates.includes( status.state ) ) {
			keep( { ...sent, joined: true } );
			announce( root, channelId, 'joined' );
		}
		clearTimeout( timer );
		if ( status.final ) {
			keep( null );
		} else {
			pollIn( status.pollAfterMilliseconds );
		}
	}

	function toForm(): void {
		clearTimeout( timer );
		question++;
		showForm( context );
	}

	/** The number can be corrected, and the rest stays. */
	function toNumber(): void {
		toForm();
		focus( fields.number );
		if ( context.picking ) {
			void timeChoice.open();
		}
	}

	const requestUrl = ( key: string ) =>
		`${ context.restUrl }callback-requests/by-key/${ key }`;

	async function poll(): Promise< void > {
		if ( ! sent ) {
			return;
		}
		const asked = ++question;
		try {
			const status = await ask< VisitorStatus >( requestUrl( sent.key ) );
			if ( asked === question ) {
				take( status );
			}
		} catch ( error ) {
			if ( asked !== question ) {
				return;
			}
			if ( error instanceof Refusal && error.status === 404 ) {
				const { slot } = sent;
				toForm();
				if ( slot ) {
					context.slot = slot;
					await timeChoice.open();
				}
				context.formError = texts.notReceived;
				return;
			}
			// One lost answer is nothing to worry anybody with.
			if ( failures++ ) {
				context.notice = texts.connectionLost;
			}
			pollIn(
				Math.min( 1_000 * 2 ** failures, longestPauseMilliseconds )
			);
		}
	}

	const takeBack = ( key: string, reason: CancelReason ) =>
		ask< VisitorStatus >( `${ requestUrl( key ) }/cancellation`, {
			reason,
			language: context.language.slice( 0, 2 ),
		} );

	async function send( number: string ): Promise< VisitorStatus > {
		if (
			sent &&
			! sent.confirming &&
			( sent.number !== number || ( sent.slot ?? '' ) !== slotToBook() )
		) {
			// It may have arrived although its answer did not: taken back before another one goes out.
			await takeBack(
				sent.key,
				sent.number === number ? 'changed_mind' : 'wrong_number'
			).catch( ( error ) => {
				if ( ! ( error instanceof Refusal ) ) {
					throw error;
				}
			} );
			sent = null;
		}
		const key = sent?.key ?? createRequestKey();
		keepTyped( key, number );
		return ask< VisitorStatus >( `${ context.restUrl }callback-requests`, {
			...createSubmission( context, key, fields ),
			...proof,
		} );
	}

	/** Nothing was granted under this key: it is good for another time or number, and so may the code be. */
	const keepConfirming = () => keep( sent && { ...sent, confirming: true } );

	/** Asks for the code that was sent, or says what is wrong with it; null: nobody answered. */
	async function askForCode( why: Refusal | null ): Promise< void > {
		proof = {};
		if ( why ) {
			keepConfirming();
		}
		try {
			const { createCodeStep }: typeof import( './code/code' ) =
				await import( /* webpackIgnore: true */ context.codeUrl );
			codeStep ??= createCodeStep( {
				context,
				root,
				send( typed ) {
					proof = typed;
					return submit();
				},
				back: toNumber,
			} );
			codeStep.show( why );
		} catch {
			context.phase = 'form';
			context.formError = texts.sendFailed;
		}
	}

	/** Whether everything is there; otherwise it says what is missing and goes there. */
	function isComplete(): boolean {
		const missing = showMissing( context, fields );
		if ( missing === 'slot' ) {
			timeChoice.focus();
		} else if ( missing ) {
			focusFault();
		}
		return ! missing;
	}

	async function submit(): Promise< void > {
		if ( context.sending || context.phase === 'following' ) {
			return;
		}
		if ( ! context.canSubmit ) {
			// The enter key in a field, where nobody is called now.
			return context.deferred ? timeChoice.open( true ) : undefined;
		}
		if ( ! isComplete() ) {
			return;
		}
		if ( context.preview ) {
			context.formError = context.preview;
			return;
		}
		context.sending = true;
		context.buttonText = texts.sending;
		question++;
		try {
			take( await send( fields.number.value.trim() ) );
			announce( root, channelId, slotToBook() ? 'booked' : 'requested' );
			focusPanel();
		} catch ( error ) {
			await showFailure( error );
		}
		context.sending = false;
	}

	async function showFailure( error: unknown ): Promise< void > {
		const refusal = error instanceof Refusal ? error : null;
		if (
			refusal ? refusal.field === 'code' : context.phase === 'confirming'
		) {
			return askForCode( refusal );
		}
		context.phase = 'form';
		context.buttonText = texts.retry;
		context.formError = texts.sendFailed;
		if ( ! refusal ) {
			return;
		}
		context.formError = '';
		announce( root, channelId, 'refused' );
		showRefusal( context, refusal );
		// Refused for good: the next one is another request. After a 5xx it may still have arrived.
		if ( refusal.status < 500 ) {
			if ( proof.code ) {
				keepConfirming();
			} else {
				keep( null );
			}
			context.sending = false;
			arrange( context );
		}
		if ( slotIsGone.includes( refusal.code ) ) {
			timeChoice.offer( refusal.more.alternatives ?? [] );
		} else {
			focusFault();
		}
	}

	/** The page was loaded anew while the code was awaited: the same form, which is no second SMS, leads back there. */
	function confirmAgain( { slot }: Sent ): void {
		context.slot = slot ?? '';
		context.picking = !! slot;
		if ( fields.consent ) {
			fields.consent.checked = true;
		}
		arrange( context );
		void submit();
	}

	return {
		resume() {
			sent = remembered( channelId );
			if ( sent ) {
				fields.number.value = sent.number;
				if ( fields.name ) {
					fields.name.value = sent.name;
				}
				if ( fields.note ) {
					fields.note.value = sent.note ?? '';
				}
			} else if ( context.key && ! context.final ) {
				keepTyped( context.key, fields.number.value );
			}
			if (
				sent &&
				( sent.confirming || context.phase === 'confirming' )
			) {
				confirmAgain( sent );
			} else if ( sent ) {
				pollIn( 0 );
			} else if ( context.picking ) {
				void timeChoice.open();
			}
			// Back on the network: no need to wait for the rest of the pause.
			addEventListener( 'online', () => failures && pollIn( 0 ) );
		},

		submit,

		async cancel( reason ) {
			if ( ! sent || context.sending ) {
				return;
			}
			context.sending = true;
			clearTimeout( timer );
			question++;
			try {
				const status = await takeBack( sent.key, reason );
				take( status );
				if (
					reason === 'wrong_number' &&
					status.state === 'cancelled'
				) {
					toNumber();
				} else {
					focusPanel();
				}
			} catch ( error ) {
				context.notice =
					error instanceof Refusal
						? error.detail
						: texts.cancelFailed;
				pollIn( 4_000 );
			}
			context.sending = false;
		},

		askAgain() {
			context.picking = false;
			context.slot = '';
			toNumber();
		},

		chooseTime: () => void timeChoice.open( true ),
		closePicker: timeChoice.close,
	};
}
