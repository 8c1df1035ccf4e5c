import type { Format } from '../decode.ts';

/**
 * Replaces the way in which the payloads of a topic are read, as {@link exact} does. Consumers with the same `Reading`
 * object share the decoded payloads.
 */
export interface Reading {
  /** Returns the format to use in place of the topic's own. */
  readonly format: <P>(format: Format<P>) => Format<P>;
}

/** As the topic says. */
export const plainly: Reading = { format: (format) => format };
