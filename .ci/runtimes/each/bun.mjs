import { programOf } from '../shared/programOf.mjs';
import { runTransport } from '../shared/runTransport.mjs';
import { runWith } from '../shared/runWith.mjs';

const bun = programOf('Bun', '@oven/bun-linux-x64/bin/bun');
runWith(bun, ['session.mjs', 'required.cjs']);
await runTransport(bun);
