import { programOf } from '../shared/programOf.mjs';
import { runWith } from '../shared/runWith.mjs';

runWith(programOf('Bun', '@oven/bun-linux-x64/bin/bun'), ['session.mjs', 'required.cjs']);
