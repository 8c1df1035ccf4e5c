import { listInput } from './listInput.ts';
import { request } from './request.ts';
import { TextInput } from './TextInput.ts';

const entry = request(
  {
    /** The name of the setting. */
    Key: TextInput,
    /** What it is set to; numbers go as text, too. */
    Value: TextInput,
  },
  {},
);

/** Settings of a user or of an account to send. */
export const ConfigEntryInput = listInput(entry);
