import { describe, expect, it } from '@jest/globals';
import { mergeDrafts } from './merge-drafts';
import { newDraft } from './new-draft';

const base = { ...newDraft( 'en' ), name: 'Sales' };

describe( 'two versions of one channel', () => {
	it( 'give one with the changes of both', () => {
		const mine = {
			...base,
			form: { ...base.form, introduction: { fr: 'Bonjour' } },
		};
		const theirs = {
			...base,
			name: 'Shop',
			form: {
				...base.form,
				askName: true,
				introduction: { en: 'Hello' },
			},
		};
		expect( mergeDrafts( base, mine, theirs ) ).toEqual( {
			draft: {
				...theirs,
				form: {
					...theirs.form,
					introduction: { fr: 'Bonjour', en: 'Hello' },
				},
			},
			clashes: [],
		} );
	} );

	it( 'name the fields that both changed, where mine stands', () => {
		const mine = { ...base, name: 'Mine', team: [] };
		const theirs = {
			...base,
			name: 'Theirs',
			team: [ { userId: 1, priority: 1 } ],
		};
		const { draft, clashes } = mergeDrafts( base, mine, theirs );
		expect( clashes ).toEqual( [ 'name' ] );
		expect( draft ).toMatchObject( { name: 'Mine', team: theirs.team } );
	} );

	it( 'let what I took away stay away', () => {
		const before = {
			...base,
			form: { ...base.form, introduction: { fr: 'Bonjour' } },
		};
		expect(
			mergeDrafts( before, base, { ...before, name: 'Shop' } ).draft
		).toEqual( { ...base, name: 'Shop' } );
	} );

	it( 'do not clash where both did the same', () => {
		const both = { ...base, name: 'Shop' };
		expect( mergeDrafts( base, both, { ...both } ).clashes ).toEqual( [] );
	} );
} );
