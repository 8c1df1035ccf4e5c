import { programOf } from '../shared/programOf.mjs';
import { runTransport } from '../shared/runTransport.mjs';
import { runWith } from '../shared/runWith.mjs';

const node = programOf('Node 24', 'node24/bin/node');
runWith(node, ['session.mjs', 'required.cjs']);
await runTransport(node);
