import type { Call } from '../endpoint.ts';
import { type ClientError, ConnectionLost, TransportError } from '../errors.ts';
import { doubt } from '../words.ts';

/** Whose the reply was that the client does not take: nothing of it is read, so that of several calls none is known. */
const whose = (inFlight: number): string =>
  inFlight === 1 ? 'it may be the reply' : `it may be the reply to any of ${inFlight} calls in flight`;

/**
 * The error of a call whose socket ended before the reply. Where a message that is larger than the client takes ended it,
 * the error says so, with what to do: asked again, a query would end the next socket as well.
 *
 * @param inFlight How many calls waited for a reply when the socket ended, this one among them.
 */
export const lossOf = (
  { name, isCommand }: Pick<Call<unknown>, 'name' | 'isCommand'>,
  isSent: boolean,
  cause: ClientError | undefined,
  inFlight = 1,
): ConnectionLost => {
  const why = 'the connection was lost';
  const bound = isSent && cause instanceof TransportError ? cause.maxPayload : undefined;
  if (bound === undefined) return new ConnectionLost(name, isSent, why, cause);
  const told = `A message larger than maxPayload (${bound} bytes) ended it; ${whose(inFlight)}: ask for less, or raise maxPayload.`;
  return new ConnectionLost(name, isSent, why, cause, isCommand ? `${told} ${doubt}` : told);
};
