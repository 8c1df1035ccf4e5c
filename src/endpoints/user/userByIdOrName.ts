import type * as t from 'io-ts';
import { IntegerInput } from '../../codec/IntegerInput.ts';
import { type Params, request } from '../../codec/request.ts';
import { requestBy } from '../../codec/requestBy.ts';
import { TextInput } from '../../codec/TextInput.ts';
import { together } from '../../codec/together.ts';

const id = {
  /** The user. */
  UserId: IntegerInput,
};
const name = {
  /** The same by name. */
  UserName: TextInput,
};

/** A request about one user, who is named by id or by name. */
export const userByIdOrName = <P extends t.Props>(
  optional: P,
): t.Type<Params<typeof id, typeof name & P> | Params<typeof name, P>, object> => {
  const byId = request(id, together(name, optional));
  const byName = request(name, optional);
  return requestBy(({ UserId, UserName }) =>
    UserId === undefined && UserName !== undefined ? byName : byId,
  );
};
