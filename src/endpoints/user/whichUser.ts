import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { TextInput } from '../../codec/inputs/TextInput.ts';

const fields = {
  /** The user. */
  UserId: IntegerInput,
  /** The same by name. */
  Username: TextInput,
  /** The same by e-mail address. */
  Email: TextInput,
  /** The same by affiliate id. */
  AffiliateId: IntegerInput,
};

/** What {@link whichUser} is; a type with a name, for the sake of `together`. */
export type WhichUser = { readonly [K in keyof typeof fields]: (typeof fields)[K] };

/** Ways to name a user, to stand among the optional fields. Where none is given it is the one who is logged in. */
export const whichUser: WhichUser = fields;
