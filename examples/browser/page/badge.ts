import { write } from './element.ts';
import type { Moment } from './moment.ts';

/** Says how far a panel can be trusted, or where the connection stands. */
export const badge =
  (root: HTMLElement): ((moment: Moment) => void) =>
  ({ tone, says, why = '' }) => {
    write(root, says);
    root.dataset['tone'] = tone;
    root.title = why;
  };
