import process from 'node:process';
import { apiKeyLogin } from 'notbank-rx';

const {
  NOTBANK_URL = 'ws://127.0.0.1:8700/wsgateway',
  NOTBANK_API_KEY = 'EXAMPLE-PUBLIC-KEY-0001',
  NOTBANK_SECRET = 'EXAMPLE-SECRET-NOT-REAL-0001',
  NOTBANK_USER_ID = '64',
} = process.env;

/** Where the recipes connect to and as whom: the exchange of `npx notbank-rx serve --port 8700`, if nothing else is set. */
export const gateway = {
  url: NOTBANK_URL,
  credentials: apiKeyLogin({ apiKey: NOTBANK_API_KEY, secret: NOTBANK_SECRET, userId: NOTBANK_USER_ID }),
};
