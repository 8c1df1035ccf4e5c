import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import process from 'node:process';
import { fileProblem } from './fileProblem.ts';
import { usageError } from './usageError.ts';

/** What a mode lets the group and everybody else do. */
const ofOthers = 0o077;

/** Why a file of this mode is no place for a secret; `undefined` where it is one. Windows has no such modes. */
const exposureOf = (file: string, mode: number): string | undefined =>
  process.platform === 'win32' || (mode & ofOthers) === 0
    ? undefined
    : `${file} holds a secret and others may use it (mode ${(mode & 0o777).toString(8).padStart(3, '0')}). ` +
      `Make it yours alone, then try again: chmod 600 ${file}`;

const opened = (file: string): number => {
  try {
    return openSync(file, 'r');
  } catch (error) {
    throw fileProblem(file, error);
  }
};

/**
 * Reads a file that holds a secret.
 *
 * @throws a usage error of one line that names the file, where it cannot be read, or where its group or others may read
 *   or write it; nothing of it has been read by then
 */
export const readSecretFile = (file: string): string => {
  // What is looked at and what is read is one open file, whatever its name stands for meanwhile.
  const open = opened(file);
  try {
    const exposure = exposureOf(file, fstatSync(open).mode);
    if (exposure !== undefined) throw usageError(exposure);
    return readFileSync(open, 'utf8');
  } catch (error) {
    throw 'syscall' in (error as object) ? fileProblem(file, error) : error;
  } finally {
    closeSync(open);
  }
};
