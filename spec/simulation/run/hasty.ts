import type { Resolve } from '../../../src/index.ts';
import type { Scenario } from '../scenario.ts';

/** The age at which a hasty program gives up. */
const giveUp = 100_000;
/** How long it waits from one look to the next, in milliseconds. */
const hastyPause = 400;

/** Looks soon and says soon that there is no order: after twice the longest that one may be late, by lists that may be old. */
export const hasty = ({ script, busy }: Scenario): Resolve => {
  const longest = (does: 'late' | 'historyLag'): number =>
    script.faults.reduce((most, fault) => Math.max(most, fault.does === does ? fault.by : 0), 0);
  const minAge =
    500 + longest('late') + longest('historyLag') + busy.reduce((sum, { lasts }) => sum + lasts, 0);
  return ({ age, looks, isOn }) => {
    const clean = looks.filter((look) => look.isClean && look.isOfThisSession && look.age >= minAge);
    if (clean.length >= 2) return { verdict: 'NotFound', reason: 'it is not there' };
    if (age >= giveUp) return { verdict: 'Unresolved', reason: 'nobody answers' };
    const lookAt = isOn ? (looks.at(-1)?.age ?? 0) + hastyPause : giveUp;
    return { lookIn: Math.max(0, Math.min(lookAt, giveUp) - age) };
  };
};
