import { input } from './input.ts';

const isoTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,7})?(?:Z|[+-]\d{2}:\d{2})$/;

/** A moment to send as ISO 8601 text with its zone, such as `2023-03-01T16:00:00.000Z`. */
export const IsoTimeInput = input(
  'a time such as "2023-03-01T16:00:00.000Z"',
  (u): u is string => typeof u === 'string' && isoTime.test(u),
);
