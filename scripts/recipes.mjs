// Puts the programs of examples/recipes into docs/recipes.md, each where its file is named, or prints the page with
// --print. A spec holds the page to what this writes.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

const root = join(import.meta.dirname, '..');
const page = join(root, 'docs/recipes.md');

/** A file's name, linked, and the program below it. */
const place = /(\]\(\.\.\/(examples\/recipes\/[\w-]+\.(?:mjs|sh))\)\n\n```(?:js|sh)\n).*?(^```$)/gms;

const text = readFileSync(page, 'utf8').replaceAll(
  place,
  (_, head, file, end) => `${head}${readFileSync(join(root, file), 'utf8')}${end}`,
);

if (process.argv.includes('--print')) process.stdout.write(text);
else writeFileSync(page, text);
