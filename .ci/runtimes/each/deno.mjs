import { programOf } from '../shared/programOf.mjs';
import { runTransport } from '../shared/runTransport.mjs';
import { runWith } from '../shared/runWith.mjs';

const deno = programOf('Deno', '@deno/linux-x64-glibc/deno');
// What the README says that it needs, and no more.
const rights = ['--allow-net', '--allow-env=WS_NO_BUFFER_UTIL,WS_NO_UTF_8_VALIDATE', '--no-prompt'];
// Deno tells a file that has changed by its date, which npm gives every file of a tarball alike.
const args = ['run', '--no-code-cache', ...rights];
runWith(deno, ['session.mjs', 'required.cjs'], args);
await runTransport(deno, args);
