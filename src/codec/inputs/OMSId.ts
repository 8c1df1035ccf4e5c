import { input } from './input.ts';

/** The number of the order system, in a request: 1 is sent where the caller leaves it out. */
export const OMSId = input(
  'an integer',
  (u): u is number | undefined => u === undefined || Number.isSafeInteger(u),
  (id) => id ?? 1,
);

const fields = {
  /**
   * The number of the order system, which is 1 on every known venue.
   *
   * @default 1
   */
  OMSId,
};

/** What {@link oms} is; a type with a name, for the sake of `together`. @interface */
export type Oms = { readonly [K in keyof typeof fields]: (typeof fields)[K] };

/** The field that most functions start with, to stand among the optional ones. */
export const oms: Oms = fields;
