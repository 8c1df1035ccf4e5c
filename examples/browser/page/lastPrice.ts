import type { Trade } from 'notbank-rx';
import { write } from './element.ts';
import type { Formats } from './formats.ts';

const directions: Readonly<Record<number, string>> = { 1: 'up', 2: 'down' };

/** The price of the last trade, coloured by whether it was above or below the one before. */
export const lastPrice =
  (root: HTMLElement, { price }: Formats): ((trade: Trade) => void) =>
  ({ Price, Direction }) => {
    write(root, price(Price));
    const direction = directions[Direction];
    if (direction !== undefined) root.dataset['direction'] = direction;
  };
