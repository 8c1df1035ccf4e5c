import { DecimalInput } from '../../codec/DecimalInput.ts';
import { IntegerInput } from '../../codec/IntegerInput.ts';
import { oms } from '../../codec/OMSId.ts';
import { TextInput } from '../../codec/TextInput.ts';

/** The fields of every transfer to make, but for who receives it. */
export const transferFields = {
  required: {
    /** The account that pays. */
    SenderAccountId: IntegerInput,
    /** The product. */
    ProductId: IntegerInput,
    /** How much is transferred. */
    Amount: DecimalInput,
    /** A note; it may be empty, but not left out. */
    Notes: TextInput,
  },
  optional: {
    ...oms,
    /** An id of your own: a transfer with the id of an earlier one is not made again. */
    UniqueClientTransactionId: TextInput,
  },
};
