import { usageError } from './usageError.ts';

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EISDIR: 'that is a folder',
  EACCES: 'it may not be read',
};

/** What to throw for a file that cannot be read: one line that names the file and says why. */
export const fileProblem = (file: string, error: unknown): Error => {
  const { code = '' } = error as { readonly code?: string };
  return usageError(`${file}: ${reasons[code] ?? String(error)}.`, error);
};
