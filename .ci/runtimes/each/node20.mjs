import { programOf } from '../shared/programOf.mjs';
import { runWith } from '../shared/runWith.mjs';

runWith(programOf('Node 20', 'node20/bin/node'), ['session.mjs', 'required.cjs']);
