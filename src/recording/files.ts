import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';

/** A part of a recording that is cut into several files, and its number. */
interface Part {
  readonly file: string;
  readonly number: number;
}

const stemOf = (path: string): string => basename(path, extname(path));

/** The parts that are there, in order. */
const partsOf = (path: string): readonly Part[] => {
  const [folder, stem, extension] = [dirname(path), stemOf(path), extname(path)];
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.startsWith(`${stem}.`) && name.endsWith(extension))
    .map((name) => ({ name, digits: name.slice(stem.length + 1, name.length - extension.length) }))
    .filter(({ digits }) => /^\d{4,}$/.test(digits))
    .map(({ name, digits }) => ({ file: join(folder, name), number: Number(digits) }))
    .sort((one, other) => one.number - other.number);
};

/** The number of the last part that is there; 0 where there is none. */
export const lastPart = (path: string): number => partsOf(path).at(-1)?.number ?? 0;

/**
 * The file of one part.
 *
 * @example
 * fileOfPart('day.ndjson', 1); // 'day.0001.ndjson'
 */
export const fileOfPart = (path: string, number: number): string => {
  const extension = extname(path);
  return join(dirname(path), `${stemOf(path)}.${String(number).padStart(4, '0')}${extension}`);
};

/** The files of a recording, in the order in which they were written: the one of this name, and its parts. */
export const filesOf = (path: string): readonly string[] => {
  const parts = partsOf(path).map(({ file }) => file);
  return existsSync(path) || parts.length === 0 ? [path, ...parts] : parts;
};
