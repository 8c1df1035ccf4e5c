import type { Observable } from 'rxjs';
import { isClientError } from '../../../src/index.ts';
import type { TradingSetup } from './tradingSetup.ts';

/** What a command tells. */
export interface VerbTold {
  readonly _tag: string;
  readonly isFinal: boolean;
}

/** A command, and whether it has ended. */
export interface WatchedVerb {
  readonly isOver: () => boolean;
  readonly title: string;
}

/** One command about orders, held to the rules of all of them. */
export const watchVerb = <V extends VerbTold>(
  { board, name, isClosing }: TradingSetup,
  title: string,
  told$: Observable<V>,
  ended: (told: V) => void,
): WatchedVerb => {
  let last: V | undefined;
  let isOver = false;
  const wrong = (why: string): void => board.breach('verbs truly', `${name} ${title}: ${why}`);
  told$.subscribe({
    next: (told) => {
      board.log(`${name} ${title} ${told._tag}`);
      if (last?.isFinal === true) wrong(`${told._tag} after the last`);
      last = told;
      if (told.isFinal) ended(told);
    },
    error: (error: unknown) => {
      isOver = true;
      const isOurs = isClientError(error);
      if (!isClosing() || !isOurs) wrong(`it errors with ${isOurs ? error._tag : String(error)}`);
    },
    complete: () => {
      isOver = true;
      if (last?.isFinal !== true && !isClosing()) wrong('it completes without an end');
    },
  });
  return { isOver: () => isOver, title };
};
