import { apiKeyLogin } from 'notbank-rx';
import { demoUsers } from 'notbank-rx/simulator';
import { serve } from 'notbank-rx/simulator/node';

const [trader] = demoUsers;

/** Starts the simulated exchange behind a WebSocket of its own; its crowd acts five times a second. */
const openSimulated = async () => {
  const { url, exchange, close } = await serve({ exchange: { crowd: 200 } });
  const { apiKey, secret, userId } = trader;
  return {
    url,
    credentials: apiKeyLogin({ apiKey, secret, userId }),
    what: 'simulated exchange',
    drop: exchange.drop,
    close,
  };
};

/** Where the demo connects to: the gateway of the settings, or a simulated exchange, which alone can be told to `drop`. */
export const openGateway = async ({ url, credentials }) =>
  url === undefined
    ? openSimulated()
    : { url, credentials, what: 'real gateway', drop: undefined, close: async () => undefined };
