import type * as t from 'io-ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { absent } from '../../codec/inputs/absent.ts';
import { request } from '../../codec/inputs/request.ts';
import { requestBy } from '../../codec/inputs/requestBy.ts';
import { TextInput } from '../../codec/inputs/TextInput.ts';
import { withFields } from '../../codec/inputs/withFields.ts';

const NoId = absent('as a name is given');

const fields = {
  id: {
    /** The user. */
    UserId: IntegerInput,
  },
  noId: {
    /** Left out: the name says it. */
    UserId: NoId,
  },
  name: {
    /** The same by name. */
    UserName: TextInput,
  },
};

/** How a user is named; a type with a name, for the sake of the requests that are made with it. */
export type UserFields<G extends keyof typeof fields> = {
  readonly [K in keyof (typeof fields)[G]]: (typeof fields)[G][K];
};
const { id, name, noId }: { readonly [G in keyof typeof fields]: UserFields<G> } = fields;

/** A request about one user, who is named by id or by name. */
export const userByIdOrName = <P extends t.Props>(optional: P) => {
  const shared = request({}, optional);
  const byId = withFields(shared, id, name);
  const byName = withFields(shared, name, noId);
  return requestBy(({ UserId, UserName }) =>
    UserId === undefined && UserName !== undefined ? byName : byId,
  );
};
