import type { FaultKind } from '../../../src/simulator/index.ts';
import type { Scenario } from '../scenario.ts';

/**
 * When all must be well again, in milliseconds after the last fault: the longest pauses of the library are a minute, and
 * an order that nobody finds is looked for as long as that.
 */
const convergenceDeadline = 120_000;
/** And where nothing but audits finds what is wrong: two of them, a minute apart, and a repair. */
const auditedDeadline = 240_000;
/** What leaves behind a state that is wrong, and nothing to see it by but an audit. */
const lies: readonly FaultKind[] = ['lose', 'ghost', 'crossed', 'late'];
/** What leaves holes in the trades that are told. */
const losesTrades: readonly FaultKind[] = ['lose', 'malformedPayload'];
/** Where these happen, what is told of an account may be wrong until it is asked for again. */
const lossy: readonly FaultKind[] = [
  ...(['lose', 'mute', 'swapFills', 'historyLag', 'late', 'swallow', 'malformedPayload'] as const),
  ...(['drip', 'withhold', 'delay', 'reorder'] as const),
];
/** Where these happen, an end of an order may be disproved. */
const disproved: readonly FaultKind[] = [
  'late',
  'lose',
  'swallow',
  'historyLag',
  'idReuse',
  'malformedPayload',
];
const has = ({ script }: Scenario, kinds: readonly FaultKind[]): boolean =>
  script.faults.some(({ does }) => kinds.includes(does));

/** When the last of the faults has had its last effect. */
const endOf = ({ script, busy }: Scenario): number =>
  Math.max(script.lasts, ...busy.map(({ at, lasts }) => at + lasts)) +
  script.faults.reduce((most, fault) => Math.max(most, fault.does === 'late' ? fault.by : 0), 0);

/** What must hold of a run, as what may go wrong in it leaves it. */
export interface Claims {
  /** When the last of the faults has had its last effect, in milliseconds. */
  readonly faultsEnd: number;
  /** How long after it all must be well, in milliseconds. */
  readonly deadline: number;
  /** Whether what no message tells of may be wrong until it is begun afresh or audited. */
  readonly isLying: boolean;
  /** Whether only what is audited must be right. */
  readonly isAuditedOnly: boolean;
  /** Whether trades are told without holes. */
  readonly areTradesWhole: boolean;
  /** Whether what is told of an account is true wherever nothing has moved for a while. */
  readonly areAccountsTrue: boolean;
  /** Whether lists of orders may be old. */
  readonly mayLag: boolean;
  /** Whether events may be lost on a living link. */
  readonly mayLose: boolean;
  /** Whether the exchange may say what it disproves later. */
  readonly mayContradict: boolean;
  /** Whether payloads may be what no codec can read. */
  readonly mayBeMalformed: boolean;
}

/** What can be claimed of a run. */
export const claimsOf = (scenario: Scenario): Claims => {
  const isLying = has(scenario, lies);
  const isAuditedOnly = isLying && scenario.seed % 2 === 0;
  return {
    ...{ isLying, isAuditedOnly, faultsEnd: endOf(scenario) },
    deadline: isAuditedOnly ? auditedDeadline : convergenceDeadline,
    areTradesWhole: !has(scenario, losesTrades),
    areAccountsTrue: !has(scenario, lossy) && scenario.busy.length === 0,
    mayLag: has(scenario, ['historyLag', 'late']),
    mayLose: has(scenario, ['lose']),
    mayContradict: has(scenario, disproved),
    mayBeMalformed: has(scenario, ['malformedPayload', 'malformedFrame']),
  };
};
