import { IntegerInput } from '../../codec/IntegerInput.ts';

/** The fields that cut a page out of a list of transfers; spread them among the optional ones. */
export const transferPage = {
  /**
   * How many transfers come at most.
   *
   * @default all, on the exchange's side
   */
  Limit: IntegerInput,
  /** How many transfers are passed over; they come by their ids, so 0 is the oldest. */
  StartIndex: IntegerInput,
};
