import { type FaultKind, faultKinds } from '../../../src/simulator/index.ts';

/** Where books are lied about. */
export const lyingBooks: readonly FaultKind[] = ['ghost', 'ghost', 'crossed', 'lose', 'lose', 'repeat'];
/** Where they say what nobody can read. */
export const unreadable: readonly FaultKind[] = [
  ...(['malformedPayload', 'malformedPayload', 'malformedPayload', 'malformedFrame'] as const),
  ...(['unknownEvent', 'oversizeFrame', 'drop', 'delay'] as const),
];

/** Kinds of faults that go together: in some runs there are none that lie, and more can be claimed. */
export const kindsOfRuns: readonly [readonly FaultKind[], ...(readonly FaultKind[])[]] = [
  faultKinds,
  faultKinds,
  [
    ...(['drop', 'logOut', 'secondLogin', 'malformedFrame', 'unknownEvent', 'refuse', 'mute'] as const),
    ...(['withhold', 'reorder', 'delay', 'duplicate', 'eventFirst', 'drip', 'swallow'] as const),
  ],
  [
    'drop',
    'logOut',
    'refuse',
    'duplicate',
    'eventFirst',
    'repeat',
    'noClientOrderId',
    'slowTicks',
    'unknownEvent',
  ],
  [
    ...(['late', 'swallow', 'lose', 'repeat', 'swapFills', 'historyLag', 'noClientOrderId'] as const),
    ...(['slowTicks', 'idReuse', 'delay', 'withhold', 'drop', 'mute'] as const),
  ],
  ['late', 'late', 'swallow', 'withhold', 'delay', 'drop'],
  lyingBooks,
  unreadable,
];
