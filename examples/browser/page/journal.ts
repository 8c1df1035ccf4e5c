import { element } from './element.ts';
import { timeText } from './formats.ts';
import type { Moment } from './moment.ts';

const lines = 60;

/** The journal: what happened, the newest on top; why is told where the pointer rests. */
export const journal =
  (root: HTMLElement): ((moment: Moment) => void) =>
  ({ at, tone, says, why = says }) => {
    root.prepend(
      element(
        'li',
        { data: { tone } },
        element('time', {}, timeText(at)),
        element('span', { title: why }, says),
      ),
    );
    while (root.childElementCount > lines) root.lastElementChild?.remove();
  };
