import { programOf } from '../shared/programOf.mjs';
import { runWith } from '../shared/runWith.mjs';

runWith(programOf('Node 22', 'node22/bin/node'), ['session.mjs', 'required.cjs']);
