import { apiKeyLogin, type Client, createClient, error$ } from '../../../src/index.ts';
import { demoUsers } from '../../../src/simulator/index.ts';
import { createRandom } from '../../../src/simulator/market/random.ts';
import type { ClientSetup } from '../scenario.ts';
import type { WireTap } from '../wire/wireTap.ts';
import type { Surroundings } from './surroundings.ts';

/** The client of a user, whose errors are held to what may go wrong here. */
export const clientOf = (
  setup: ClientSetup,
  tap: WireTap,
  { seed, board, mayBeMalformed, mayContradict }: Surroundings,
  name: string,
): Client => {
  const user = setup.user === undefined ? undefined : demoUsers[setup.user];
  const random = createRandom(seed);
  let nonces = seed;
  const client = createClient({
    transport: tap.transport,
    ...(user !== undefined && {
      credentials: apiKeyLogin({
        ...{ apiKey: user.apiKey, secret: user.secret, userId: user.userId },
        nonce: () => String((nonces += 1)),
      }),
    }),
    backoff: (attempt) => Math.min(attempt * setup.backoff, 400) * (0.5 + random.next() / 2),
    keepAlive: setup.keepAlive,
    stableAfter: 100,
    requestTimeout: setup.requestTimeout,
    restore: { inFlight: setup.inFlight },
    subscribeWith: setup.subscribeWith,
  });
  error$(client).subscribe((error) => {
    board.log(`${name} error$ ${error._tag}`);
    if (error._tag === 'DecodeError' && !mayBeMalformed)
      board.breach('readable', `${name} cannot read: ${error.message}`);
    if (error._tag === 'Contradiction' && !mayContradict)
      board.breach('no contradiction', `${name}: ${error.message}`);
    const told = `${error.message} ${JSON.stringify(error)}`;
    if (user !== undefined && told.includes(user.secret)) board.breach('secrets', `${name}: ${error._tag}`);
  });
  return client;
};
