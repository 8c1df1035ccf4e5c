import { apiKeyLogin } from 'notbank-rx';

const names = ['NOTBANK_API_KEY', 'NOTBANK_SECRET', 'NOTBANK_USER_ID'];

const credentialsFrom = (environment) => {
  const missing = names.filter((name) => !environment[name]);
  if (missing.length === names.length) return undefined;
  if (missing.length > 0)
    throw new Error(`A login needs all of ${names.join(', ')}; missing: ${missing.join(', ')}.`);
  const [apiKey, secret, userId] = names.map((name) => environment[name]);
  return apiKeyLogin({ apiKey, secret, userId });
};

/**
 * What the environment asks for. Without `NOTBANK_URL` everything is simulated. With it a real gateway is used, and
 * an order is placed there only where `NOTBANK_PLACE_ORDER=yes` says so. Throws where half of a login is given.
 */
export const settingsFrom = (environment) => {
  const symbol = environment.NOTBANK_SYMBOL;
  const url = environment.NOTBANK_URL;
  if (!url) return { symbol, placesOrder: true };
  const credentials = credentialsFrom(environment);
  const isAllowed = environment.NOTBANK_PLACE_ORDER === 'yes';
  return { url, credentials, symbol, placesOrder: isAllowed && credentials !== undefined };
};
