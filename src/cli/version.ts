import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The version of this package. */
export const version = (): string => {
  // As deep in the source as in what is built.
  const manifest = readFileSync(join(__dirname, '../../package.json'), 'utf8');
  return (JSON.parse(manifest) as { readonly version: string }).version;
};
