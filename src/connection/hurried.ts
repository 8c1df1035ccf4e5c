import { TransportError } from '../errors.ts';

const asked = 'The socket was closed to connect again at once, as reconnect() asks for.';

/** Why a socket was given up that the owner of its connection had no more patience with. */
export const hurried = (): TransportError => new TransportError(asked);

/** Says whether an error is {@link hurried}: nothing went wrong, so there is nothing to report. */
export const isHurried = (error: unknown): boolean =>
  error instanceof TransportError && error.message === asked;
