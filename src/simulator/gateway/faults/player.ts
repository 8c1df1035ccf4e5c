import { asyncScheduler, Subscription } from 'rxjs';
import type { Frame } from '../../../frame.ts';
import type { Condition, Fault, Incident, Occasion } from './fault.ts';
import type { FaultScript } from './faultScript.ts';

/** What a script can do to an exchange. */
export interface Stage {
  readonly happen: (incident: Incident) => void;
  readonly begin: (condition: Condition) => void;
  readonly end: (condition: Condition) => void;
}

/** Plays scripts. */
export interface Player {
  /** Plays a script from now on; unsubscribing ends it, and all that is wrong because of it. */
  readonly play: (script: FaultScript) => Subscription;
  /** To be told of every frame of a client's, twice. */
  readonly heard: (frame: Frame, when: 'heard' | 'carriedOut') => void;
  /** Ends every script. */
  readonly close: () => void;
}

type Trigger = NonNullable<Occasion['on']>;

interface Watch {
  readonly on: Trigger;
  readonly act: () => void;
  left: number;
}

const isMeant = ({ name, when = 'heard' }: Trigger, frame: Frame, now: 'heard' | 'carriedOut'): boolean =>
  when === now && (name === undefined || name.toLowerCase() === frame.name.toLowerCase());

/** A player on a stage; it holds timers while a script is played. */
export const createPlayer = (stage: Stage): Player => {
  const watches = new Set<Watch>();
  const playing = new Subscription();

  const act = (script: Subscription, fault: Fault): void => {
    // Its end lets out what was kept back, and a frame that answers to that would begin the fault anew, for ever.
    if (script.closed) return;
    if (!('lasts' in fault)) {
      stage.happen(fault);
      return;
    }
    const over = new Subscription(() => stage.end(fault));
    script.add(over);
    stage.begin(fault);
    over.add(
      asyncScheduler.schedule(() => {
        script.remove(over);
        over.unsubscribe();
      }, fault.lasts),
    );
  };
  const arm = (script: Subscription, fault: Fault): void => {
    const { on } = fault;
    if (on === undefined) {
      act(script, fault);
      return;
    }
    const watch: Watch = { on, act: () => act(script, fault), left: on.frame };
    watches.add(watch);
    script.add(() => watches.delete(watch));
  };

  return {
    play: ({ lasts, faults }) => {
      const script = new Subscription();
      playing.add(script);
      script.add(asyncScheduler.schedule(() => script.unsubscribe(), lasts));
      for (const fault of faults) {
        const { after = 0 } = fault;
        if (after === 0) arm(script, fault);
        else script.add(asyncScheduler.schedule(() => arm(script, fault), after));
      }
      return script;
    },
    heard: (frame, when) => {
      for (const watch of [...watches].filter(({ on }) => isMeant(on, frame, when))) {
        watch.left -= 1;
        if (watch.left > 0) continue;
        watches.delete(watch);
        watch.act();
      }
    },
    close: () => playing.unsubscribe(),
  };
};
