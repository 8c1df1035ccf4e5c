import { IntegerInput } from '../../codec/IntegerInput.ts';
import { TextInput } from '../../codec/TextInput.ts';

/** Ways to name a user; spread them among the optional fields. Where none is given it is the one who is logged in. */
export const whichUser = {
  /** The user. */
  UserId: IntegerInput,
  /** The same by name. */
  Username: TextInput,
  /** The same by e-mail address. */
  Email: TextInput,
  /** The same by affiliate id. */
  AffiliateId: IntegerInput,
};
