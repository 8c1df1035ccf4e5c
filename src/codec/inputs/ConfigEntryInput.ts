import { listInput } from './listInput.ts';
import { request } from './request.ts';
import { TextInput } from './TextInput.ts';

const fields = {
  /** The name of the setting. */
  Key: TextInput,
  /** What it is set to; numbers go as text, too. */
  Value: TextInput,
};

/** What an entry of {@link ConfigEntryInput} is made of; a type with a name, for the sake of requests that contain one. */
export type ConfigEntryFields = { readonly [K in keyof typeof fields]: (typeof fields)[K] };

const named: ConfigEntryFields = fields;
const entry = request(named, {});

/** Settings of a user or of an account to send. */
export const ConfigEntryInput = listInput(entry);
