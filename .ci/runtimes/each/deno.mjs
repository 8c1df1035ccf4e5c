import { programOf } from '../shared/programOf.mjs';
import { runWith } from '../shared/runWith.mjs';

// What the README says that it needs, and no more.
const rights = ['--allow-net', '--allow-env=WS_NO_BUFFER_UTIL,WS_NO_UTF_8_VALIDATE', '--no-prompt'];
runWith(programOf('Deno', '@deno/linux-x64-glibc/deno'), ['session.mjs', 'required.cjs'], ['run', ...rights]);
