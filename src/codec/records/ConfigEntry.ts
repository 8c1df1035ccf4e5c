import * as t from 'io-ts';
import { nullable } from '../scalars/nullable.ts';

const required = {
  /** The name of the setting. */
  Key: t.string,
  /** What it is set to: text, for numbers too; `null` for nothing. */
  Value: nullable(t.string),
};

/** A setting of a user or of an account. */
export const ConfigEntry = t.type(required, 'ConfigEntry');
export type ConfigEntry = Readonly<t.TypeOf<typeof ConfigEntry>>;
