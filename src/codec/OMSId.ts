import { input } from './input.ts';

/** The number of the order system, in a request: 1 is sent where the caller leaves it out. */
export const OMSId = input(
  'an integer',
  (u): u is number | undefined => u === undefined || Number.isSafeInteger(u),
  (id) => id ?? 1,
);

/** The field that most functions start with; spread it among the optional ones. */
export const oms = {
  /**
   * The number of the order system, which is 1 on every known venue.
   *
   * @default 1
   */
  OMSId,
};
