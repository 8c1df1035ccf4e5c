import { Subscription } from 'rxjs';
import { aText, checkOptions, from0 } from '../../misfits.ts';
import { checkCondition, checkIncident } from './faults/checkFaults.ts';
import type { Condition, Incident } from './faults/fault.ts';
import type { Faults } from './faults/faults.ts';
import type { Stage } from './faults/player.ts';
import type { Session } from './session.ts';

/** Causes faults by hand, and ends them. */
export interface Verbs {
  /** Drops every open connection without a closing handshake. */
  readonly drop: () => void;
  /** Refuses the next `count` attempts to connect; without a count, all of them until {@link Verbs.accept}. */
  readonly refuse: (count?: number) => void;
  /** Accepts connections again. */
  readonly accept: () => void;
  /** Goes half-open: connections stay open, but nothing is sent, and messages in both directions are lost. */
  readonly mute: () => void;
  /** Sends and receives again. */
  readonly unmute: () => void;
  /** Holds back the replies to one function, or to all, until {@link Verbs.release}. Events are still sent. */
  readonly withhold: (name?: string) => void;
  /** Sends the replies that were held back, oldest first, and holds back no more. */
  readonly release: () => void;
  /**
   * Starts a fault of any kind that lasts until the subscription is unsubscribed.
   *
   * @throws RangeError if there is no such fault, or it happens only once.
   *
   * @example
   * const busy = exchange.begin({ does: 'late', name: 'SendOrder', by: 2_000 });
   * busy.unsubscribe();
   */
  readonly begin: (condition: Condition) => Subscription;
  /**
   * Causes a fault that happens once, on every connection.
   *
   * @throws RangeError if there is no such fault, or it lasts.
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
    refuse: (count = Infinity) => {
      checkOptions('refuse', { count }, { count: from0 });
      faults.refuse(count);
    },
    accept: () => faults.refuse(0),
    mute: () => faults.begin(mute),
    unmute: () => faults.end(mute),
    withhold: (name) => {
      checkOptions('withhold', { name }, { name: aText });
      const condition: Condition = name === undefined ? { does: 'withhold' } : { does: 'withhold', name };
      withheld.push(condition);
      faults.begin(condition);
    },
    release: () => {
      withheld.splice(0).forEach(faults.end);
      sessions.forEach((session) => session.release('oldest'));
    },
    begin: (condition) => {
      checkCondition(condition);
      // Of a copy, so that the same one can be begun twice.
      const begun = { ...condition };
      stage.begin(begun);
      return new Subscription(() => stage.end(begun));
    },
    happen: (incident) => {
      checkIncident(incident);
      stage.happen(incident);
    },
  };
};
