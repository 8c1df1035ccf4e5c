import type { Outcome } from '../market/outcome.ts';
import type { Context } from './context.ts';

/** Makes known what an action has caused, and gives its reply. */
export const publishOutcome =
  ({ publish }: Context) =>
  <A>({ reply, events }: Outcome<A>): A => {
    publish(events);
    return reply;
  };
