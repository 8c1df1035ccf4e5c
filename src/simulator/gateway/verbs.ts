import { Subscription } from 'rxjs';
import type { Condition, Incident } from './faults/fault.ts';
import type { Faults } from './faults/faults.ts';
import type { Stage } from './faults/player.ts';
import type { Session } from './session.ts';

/** What can be made to go wrong by hand, and made right again. */
export interface Verbs {
  /** Loses every connection that is open, without a word. */
  readonly drop: () => void;
  /** Refuses the next `count` attempts to connect; without a count, all of them until {@link Verbs.accept}. */
  readonly refuse: (count?: number) => void;
  /** Refuses no more. */
  readonly accept: () => void;
  /** Goes half-open: connections stay, nothing is sent, nothing is heard, and what is said meanwhile is lost. */
  readonly mute: () => void;
  /** Speaks and hears again. */
  readonly unmute: () => void;
  /** Keeps back the replies to one function, or to all, while events go on, until {@link Verbs.release}. */
  readonly withhold: (name?: string) => void;
  /** Sends the replies that were kept back, oldest first, and keeps back no more. */
  readonly release: () => void;
  /**
   * Begins something that is wrong, whatever kind it is, until the subscription is ended.
   *
   * @example
   * const busy = exchange.begin({ does: 'late', name: 'SendOrder', by: 2_000 });
   * busy.unsubscribe();
   */
  readonly begin: (condition: Condition) => Subscription;
  /**
   * Has something happen to every connection at once.
   *
   * @example
   * exchange.happen({ does: 'unknownEvent', name: 'NobodyKnowsEvent' });
   */
  readonly happen: (incident: Incident) => void;
}

const mute: Condition = { does: 'mute' };

/** The verbs of an exchange. */
export const createVerbs = (faults: Faults, stage: Stage, sessions: ReadonlySet<Session>): Verbs => {
  const withheld: Condition[] = [];
  return {
    drop: () => [...sessions].forEach(({ peer }) => peer.drop(1006)),
    refuse: (count = Infinity) => faults.refuse(count),
    accept: () => faults.refuse(0),
    mute: () => faults.begin(mute),
    unmute: () => faults.end(mute),
    withhold: (name) => {
      const condition: Condition = name === undefined ? { does: 'withhold' } : { does: 'withhold', name };
      withheld.push(condition);
      faults.begin(condition);
    },
    release: () => {
      withheld.splice(0).forEach(faults.end);
      sessions.forEach((session) => session.release('oldest'));
    },
    begin: (condition) => {
      // Of a copy, so that the same one can be begun twice.
      const begun = { ...condition };
      stage.begin(begun);
      return new Subscription(() => stage.end(begun));
    },
    happen: stage.happen,
  };
};
