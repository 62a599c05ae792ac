/// <reference types="node" />
import { describe, expect, it } from '@jest/globals';
import { webcrypto } from 'node:crypto';
import { createRequestKey } from './request-key';

const version4 =
	/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe( 'the key of a request', () => {
	it( 'is a UUID v4 on https', () => {
		Object.defineProperty( globalThis, 'crypto', {
			value: webcrypto,
			configurable: true,
		} );
		expect( createRequestKey() ).toMatch( version4 );
	} );

	it( 'is one on plain http too, where randomUUID does not exist', () => {
		Object.defineProperty( globalThis, 'crypto', {
			value: {
				getRandomValues: webcrypto.getRandomValues.bind( webcrypto ),
			},
			configurable: true,
		} );
		const keys = Array.from( { length: 200 }, createRequestKey );
		expect( keys.every( ( key ) => version4.test( key ) ) ).toBe( true );
		expect( new Set( keys ).size ).toBe( 200 );
	} );
} );
