import { DataTypes, type Model, type ModelStatic } from 'sequelize';
import type { Database } from '../../persistence/database.js';
import { instant } from '../../persistence/instant.js';
import type { AttemptRow, EventRow, LegRow, RequestRow } from './rows.js';

export interface OpenNumberRow {
	siteId: string;
	number: string;
	requestId: string;
}

export interface RequestWordRow {
	requestId: string;
	word: string;
	siteId: string;
}

export interface Models {
	requests: ModelStatic< Model< RequestRow > >;
	attempts: ModelStatic< Model< AttemptRow > >;
	legs: ModelStatic< Model< LegRow > >;
	events: ModelStatic< Model< EventRow > >;
	openNumbers: ModelStatic< Model< OpenNumberRow > >;
	words: ModelStatic< Model< RequestWordRow > >;
}

const text = DataTypes.TEXT;
const string = DataTypes.STRING;
const whole = DataTypes.INTEGER;
const truth = DataTypes.BOOLEAN;
const uuid = DataTypes.UUID;
/** A new one each time: Sequelize writes the column's name into it. */
const key = () => ( { type: uuid, primaryKey: true } );

/** The tables of migrations 100, 130, 170, 185, 187 and 195, as Sequelize reads and writes them. */
export function defineModels( { sequelize }: Database ): Models {
	const options = ( tableName: string ) => ( {
		tableName,
		timestamps: false,
		underscored: true,
	} );
	return {
		requests: sequelize.define< Model< RequestRow > >(
			'CallbackRequest',
			{
				id: key(),
				siteId: uuid,
				channelId: uuid,
				requestKey: uuid,
				version: whole,
				state: string,
				failureReason: string,
				heldBackBy: string,
				number: string,
				name: string,
				note: string( 300 ),
				language: string,
				timeZone: string,
				pageUrl: text,
				pageTitle: string( 300 ),
				consentText: text,
				consentAt: instant,
				visitorDigest: string,
				plan: text,
				requestedAt: instant,
				createdAt: instant,
				updatedAt: instant,
				expiresAt: instant,
				endedAt: instant,
				checkAt: instant,
				talkSeconds: whole,
				dueAt: instant,
				scheduledWhy: string,
				companyFailures: whole,
				clientFailures: whole,
				nobodyFailures: whole,
				attempt: whole,
				recordingAgreed: truth,
				surveyScore: whole,
				takenBy: whole,
				inLine: truth,
				bookedFor: instant,
				calledLate: truth,
				answerDueAt: instant,
				returnedAt: instant,
				supervisorToldAt: instant,
				uncovered: truth,
				outcome: string( 20 ),
				outcomeNote: string( 500 ),
				handledBy: whole,
				handledAt: instant,
				ownerUserId: whole,
				booked: truth,
				standing: string( 10 ),
				costMicros: whole,
				currency: string,
				inResults: truth,
			},
			options( 'callback_requests' )
		),
		attempts: sequelize.define< Model< AttemptRow > >(
			'Attempt',
			{
				id: key(),
				siteId: uuid,
				requestId: uuid,
				ordinal: whole,
				startedAt: instant,
				joinedAt: instant,
				endedAt: instant,
				talkSeconds: whole,
				hungUpFirst: string,
				hungUpSure: truth,
				fellBack: truth,
			},
			options( 'attempts' )
		),
		legs: sequelize.define< Model< LegRow > >(
			'Leg',
			{
				id: key(),
				siteId: uuid,
				requestId: uuid,
				attemptId: uuid,
				position: whole,
				party: string,
				number: string,
				callerId: string,
				state: string,
				callSid: string,
				refusals: whole,
				notBefore: instant,
				dialedAt: instant,
				acceptedAt: instant,
				ringingAt: instant,
				answeredAt: instant,
				confirmedAt: instant,
				inRoom: truth,
				asks: whole,
				askedAt: instant,
				endedAt: instant,
				endReason: string,
				userId: whole,
				incoming: truth,
				mustConfirm: truth,
				human: string,
				question: string,
				repeats: whole,
				readyAt: instant,
				priceDueAt: instant,
			},
			options( 'legs' )
		),
		events: sequelize.define< Model< EventRow > >(
			'RequestEvent',
			{
				requestId: key(),
				version: { type: whole, primaryKey: true },
				position: { type: whole, primaryKey: true },
				siteId: uuid,
				at: instant,
				recordedAt: instant,
				type: string,
				party: string,
				data: text,
			},
			options( 'request_events' )
		),
		openNumbers: sequelize.define< Model< OpenNumberRow > >(
			'OpenNumber',
			{
				siteId: key(),
				number: { type: string, primaryKey: true },
				requestId: uuid,
			},
			options( 'open_numbers' )
		),
		words: sequelize.define< Model< RequestWordRow > >(
			'RequestWord',
			{
				requestId: key(),
				word: { type: string( 32 ), primaryKey: true },
				siteId: uuid,
			},
			options( 'request_words' )
		),
	};
}
