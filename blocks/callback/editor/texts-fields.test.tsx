import { describe, expect, it, jest } from '@jest/globals';
import { fireEvent, render, screen } from '@testing-library/react';
import type { BlockTexts } from '@rappel/contract';
import { TextsFields } from './texts-fields';

const ofChannel = {
	introduction: 'We call you.',
	phoneLabel: 'Your number',
	openLabel: 'Call me back',
};

function show( texts: BlockTexts, hasOpenButton = false ) {
	const onChange = jest.fn();
	render(
		<TextsFields
			texts={ texts }
			ofChannel={ ofChannel }
			hasOpenButton={ hasOpenButton }
			onChange={ onChange }
		/>
	);
	return onChange;
}

describe( 'texts of a block’s own', () => {
	it( 'asks only for those that its form has, each with the channel’s as its placeholder [N21]', () => {
		show( {} );
		expect(
			screen
				.getByLabelText( 'Introduction' )
				.getAttribute( 'placeholder' )
		).toBe( 'We call you.' );
		expect( screen.queryByLabelText( 'Label of the name' ) ).toBeNull();
		expect(
			screen.queryByLabelText( 'Button that opens the form' )
		).toBeNull();
	} );

	it( 'asks for the name of the button where there is one', () => {
		show( {}, true );
		expect(
			screen.getByLabelText( 'Button that opens the form' )
		).toBeTruthy();
	} );

	it( 'marks what differs, says what the channel says, and gives it back by a press', () => {
		const onChange = show( { introduction: 'Ask us.' } );
		expect(
			screen.getByText( /The channel says: “We call you\.”/ )
		).toBeTruthy();
		fireEvent.click(
			screen.getByRole( 'button', {
				name: 'Introduction: use the channel’s text',
			} )
		);
		expect( onChange ).toHaveBeenCalledWith( {} );
	} );

	it( 'keeps what is typed on one line, and nothing of what is empty', () => {
		const onChange = show( { phoneLabel: 'Mobile' } );
		fireEvent.change( screen.getByLabelText( 'Introduction' ), {
			target: { value: 'Ask\nus.' },
		} );
		expect( onChange ).toHaveBeenLastCalledWith( {
			phoneLabel: 'Mobile',
			introduction: 'Ask us.',
		} );
		fireEvent.change(
			screen.getByLabelText( 'Label of the phone number' ),
			{
				target: { value: ' ' },
			}
		);
		expect( onChange ).toHaveBeenLastCalledWith( {} );
	} );

	it( 'gives them all back by one press where several differ', () => {
		const onChange = show( { introduction: 'A', phoneLabel: 'B' } );
		fireEvent.click(
			screen.getByRole( 'button', {
				name: 'Use the channel’s texts everywhere',
			} )
		);
		expect( onChange ).toHaveBeenCalledWith( {} );
	} );
} );
