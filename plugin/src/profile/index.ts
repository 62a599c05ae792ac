import { offerPersonalPage } from './personal-page';
import { offerTestCall } from './test-call';

const data = window.rappelProfile;
const testCall = document.getElementById( 'rappel-test-call' );
const personalPage = document.getElementById( 'rappel-personal-page' );

if ( data && testCall ) {
	offerTestCall( testCall, data );
}
if ( data && personalPage ) {
	offerPersonalPage( personalPage, data.personalPageSince );
}
