import * as t from 'io-ts';
import { anyCase } from '../fast/anyCase.ts';
import { listOf } from '../fast/listOf.ts';
import { nullable } from '../scalars/nullable.ts';
import { recordOf } from '../fast/recordOf.ts';

const required = {
  /** The name of the role. */
  RoleName: nullable(t.string),
  /** What users with the role may do. */
  Permissions: listOf(t.string),
};

const exact = recordOf(required, {}, 'Role');

/** A set of permissions with a name. Its keys are read without regard to case. */
export const Role = anyCase(exact);
/** What the codec of this name reads. @interface */
export type Role = Readonly<t.TypeOf<typeof exact>>;
