import type { Balance, Balances } from 'notbank-rx';
import { element } from './element.ts';

const numbers = new Intl.NumberFormat('en-US', { maximumFractionDigits: 6 });

const balanceRow = ({ ProductSymbol, available, Hold }: Balance): HTMLElement =>
  element(
    'tr',
    {},
    element('td', {}, ProductSymbol),
    element('td', { className: 'number' }, numbers.format(available)),
    element('td', { className: 'number held' }, numbers.format(Hold)),
  );

/** What the account has: by product, what is free and what open orders hold. */
export const balanceRows =
  (root: HTMLElement): ((balances: Balances) => void) =>
  ({ byProduct }) =>
    root.replaceChildren(...[...byProduct.values()].map(balanceRow));
