import * as t from 'io-ts';
import { request } from './request.ts';
import { TextInput } from './TextInput.ts';

const fields = {
  /** The name of the setting; the key is not `Key` here. */
  Name: TextInput,
  /** What it is set to. */
  Value: TextInput,
};

/** What an entry of {@link UserConfigInput} is made of; a type with a name, for the sake of requests that contain one. */
export type UserConfigFields = { readonly [K in keyof typeof fields]: (typeof fields)[K] };

const named: UserConfigFields = fields;
const entry = request(named, {});

/** Settings to send of a user who is registered with them. */
export const UserConfigInput = t.readonlyArray(entry, 'a list of names and values');
