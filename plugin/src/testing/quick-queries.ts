import { configure } from '@testing-library/react';

// Whether an element is hidden is computed from the styles of all its ancestors, which makes a query by role over a whole form take
// seconds in jsdom. The form's tests look for things by unique names.
configure( { defaultHidden: true, asyncUtilTimeout: 10_000 } );
