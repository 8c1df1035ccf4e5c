import { readFileSync } from 'node:fs';
import { fileProblem } from './fileProblem.ts';

/**
 * Reads a file as text.
 *
 * @throws a usage error of one line that names the file, where it cannot be read
 */
export const readTextFile = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw fileProblem(file, error);
  }
};
