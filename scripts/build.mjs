// `npm run build`: what `npm start` and `npm test` build, alone.
import { buildAll } from './setup/build.mjs';

await buildAll();
