import { existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

/** The path of a program out of this folder's packages; where it is not made for this machine, the script ends with that. */
export const programOf = (name, path) => {
  const file = join(import.meta.dirname, '../node_modules', path);
  if (existsSync(file)) return file;
  console.log(`${name} is not to be had for ${process.platform} ${process.arch}`);
  process.exit(77);
};
