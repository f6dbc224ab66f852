/** Writes `lib/highlight/highlights.css`: run it after a change of the palettes. */
import { writeFileSync } from 'node:fs';
import { stylesheet } from '../lib/highlight/stylesheet';

writeFileSync(new URL('../lib/highlight/highlights.css', import.meta.url), stylesheet());
