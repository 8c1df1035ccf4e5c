import type { Format } from '../decode.ts';

/**
 * A way to read the payloads of a stream, in the place of the one that its topic comes with. Consumers with the very
 * same reading share what was read.
 */
export interface Reading {
  /** The format in the place of a topic's own. */
  readonly format: <P>(format: Format<P>) => Format<P>;
}

/** As the topic says. */
export const plainly: Reading = { format: (format) => format };
