import * as t from 'io-ts';
import { request } from './request.ts';
import { TextInput } from './TextInput.ts';

const entry = request(
  {
    /** The name of the setting; the key is not `Key` here. */
    Name: TextInput,
    /** What it is set to. */
    Value: TextInput,
  },
  {},
);

/** Settings to send of a user who is registered with them. */
export const UserConfigInput = t.readonlyArray(entry, 'a list of names and values');
