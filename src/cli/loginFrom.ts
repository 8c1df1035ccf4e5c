import { parseEnv } from 'node:util';
import { apiKeyLogin, type Login } from '../session/login.ts';
import { readSecretFile } from './readSecretFile.ts';
import { usageError } from './usageError.ts';

type Variables = Readonly<Record<string, string | undefined>>;

const names = ['NOTBANK_API_KEY', 'NOTBANK_SECRET', 'NOTBANK_USER_ID'] as const;

/** The variables that log in, in words. */
export const loginVariables = `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;

/** The login that variables name, of the environment or of a file; `undefined` where they name none. */
const loginIn = (variables: Variables, where: string): Login | undefined => {
  const [apiKey = '', secret = '', userId = ''] = names.map((name) => variables[name]?.trim());
  const missing = names.filter((name) => (variables[name] ?? '').trim() === '');
  if (missing.length === names.length) return undefined;
  if (missing.length > 0) {
    throw usageError(`A login needs ${loginVariables}; ${where} has no ${missing.join(' and no ')}.`);
  }
  if (!/^\d+$/.test(userId)) throw usageError(`NOTBANK_USER_ID of ${where} should be the number of a user.`);
  return apiKeyLogin({ apiKey, secret, userId });
};

const loginOfFile = (file: string): Login => {
  const login = loginIn(parseEnv(readSecretFile(file)), file);
  if (login === undefined) {
    throw usageError(
      `A login needs ${loginVariables}; ${file} has none of them. Write each as a line, such as NOTBANK_USER_ID=64.`,
    );
  }
  return login;
};

/**
 * The login that a file names where one is given, else the environment; `undefined` where neither names one.
 *
 * @param file lines such as `NOTBANK_USER_ID=64`, as `.env` files have them
 * @throws a usage error where one is named in part, where the user is no number, or where others may read the file
 */
export const loginFrom = (environment: Variables, file?: string): Login | undefined =>
  file === undefined ? loginIn(environment, 'the environment') : loginOfFile(file);
