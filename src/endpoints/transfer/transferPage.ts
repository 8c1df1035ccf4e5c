import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';

const fields = {
  /**
   * How many transfers come at most.
   *
   * @default all, on the exchange's side
   */
  Limit: IntegerInput,
  /** How many transfers are passed over; they come by their ids, so 0 is the oldest. */
  StartIndex: IntegerInput,
};

/** What {@link transferPage} is; a type with a name, for the sake of `together`. */
export type TransferPage = { readonly [K in keyof typeof fields]: (typeof fields)[K] };

/** The fields that cut a page out of a list of transfers, to stand among the optional ones. */
export const transferPage: TransferPage = fields;
