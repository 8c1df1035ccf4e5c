import { readFileSync } from 'node:fs';

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'that is a folder',
  EACCES: 'it may not be read',
};

/**
 * Reads a file as text.
 *
 * @throws an `Error` of one line that names the file, where it cannot be read
 */
export const readTextFile = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const reason = reasons[(error as { readonly code?: string }).code ?? ''] ?? String(error);
    throw new Error(`${file}: ${reason}.`, { cause: error });
  }
};
