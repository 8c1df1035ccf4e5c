import { DecimalInput } from '../../codec/inputs/DecimalInput.ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { oms } from '../../codec/inputs/OMSId.ts';
import { TextInput } from '../../codec/inputs/TextInput.ts';
import { together } from '../../codec/inputs/together.ts';

const fields = {
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
  optional: together(oms, {
    /** An id of your own: a transfer with the id of an earlier one is not made again. */
    UniqueClientTransactionId: TextInput,
  }),
};

/** A group of {@link transferFields}; a type with a name, for the sake of `together`. */
export type TransferFields<G extends keyof typeof fields> = {
  readonly [K in keyof (typeof fields)[G]]: (typeof fields)[G][K];
};

/** The fields of every transfer to make, but for who receives it. */
export const transferFields: { readonly [G in keyof typeof fields]: TransferFields<G> } = fields;
