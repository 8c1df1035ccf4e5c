import { apiKeyLogin, type Login } from '../session/login.ts';
import { usageError } from './usageError.ts';

const names = ['NOTBANK_API_KEY', 'NOTBANK_SECRET', 'NOTBANK_USER_ID'] as const;

/** The variables of the environment that log in, in words. */
export const loginVariables = `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;

/**
 * The login that the environment names; `undefined` where it names none.
 *
 * @throws a usage error where it names one in part, or a user that is no number
 */
export const loginFrom = (environment: Readonly<Record<string, string | undefined>>): Login | undefined => {
  const [apiKey = '', secret = '', userId = ''] = names.map((name) => environment[name]?.trim());
  const missing = names.filter((name) => (environment[name] ?? '').trim() === '');
  if (missing.length === names.length) return undefined;
  if (missing.length > 0) {
    throw usageError(`A login needs ${loginVariables}; there is no ${missing.join(' and no ')}.`);
  }
  if (!/^\d+$/.test(userId)) throw usageError('NOTBANK_USER_ID should be the number of a user.');
  return apiKeyLogin({ apiKey, secret, userId });
};
