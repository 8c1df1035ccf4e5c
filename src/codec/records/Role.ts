import * as t from 'io-ts';
import { anyCase } from '../fast/anyCase.ts';
import { nullable } from '../scalars/nullable.ts';

const required = {
  /** The name of the role. */
  RoleName: nullable(t.string),
  /** What users with the role may do. */
  Permissions: t.readonlyArray(t.string),
};

const exact = t.intersection([t.type(required), t.partial({})], 'Role');

/** A set of permissions with a name. Its keys are read without regard to case. */
export const Role = anyCase(exact);
/** What the codec of this name reads. @interface */
export type Role = Readonly<t.TypeOf<typeof exact>>;
