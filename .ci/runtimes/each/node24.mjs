import { programOf } from '../shared/programOf.mjs';
import { runWith } from '../shared/runWith.mjs';

runWith(programOf('Node 24', 'node24/bin/node'), ['session.mjs', 'required.cjs']);
