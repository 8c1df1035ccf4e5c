import * as fc from 'fast-check';
import { asyncScheduler, timer } from 'rxjs';
import {
  createExchange,
  demoUsers,
  type ExchangeOptions,
  faultScript,
  profiles,
} from '../../../src/simulator/index.ts';
import { marbles } from '../../support/marbles.ts';
import { limitOrder, signed } from '../support/dial.ts';

interface Step {
  readonly at: number;
  readonly connection: 0 | 1;
  readonly name: string;
  readonly payload: object;
}

const one = { OMSId: 1, InstrumentId: 1 };
const calls: readonly (readonly [name: string, payload: object])[] = [
  ['AuthenticateUser', signed(demoUsers[0])],
  ['SubscribeLevel1', one],
  ['SubscribeLevel2', { ...one, Depth: 5 }],
  ['SubscribeTrades', { ...one, IncludeLastCount: 5 }],
  ['SubscribeTicker', { ...one, Interval: 60, IncludeLastCount: 5 }],
  ['SubscribeAccountEvents', { OMSId: 1, AccountId: 7 }],
  ['SendOrder', limitOrder(0, '104500.00', '0.01')],
  ['SendOrder', limitOrder(1, '104000.00', '0.01')],
  ['GetAccountPositions', { OMSId: 1, AccountId: 7 }],
  ['UnsubscribeLevel2', one],
  ['Nonsense', {}],
];

const steps = fc.array(
  fc.record({
    at: fc.nat({ max: 1_500 }),
    connection: fc.constantFrom(0 as const, 1 as const),
    call: fc.constantFrom(...calls),
  }),
  { maxLength: 25 },
);

/** All that two connections hear, byte for byte and with its time. */
const transcript = (options: ExchangeOptions, script: readonly Step[]): readonly string[] => {
  const lines: string[] = [];
  marbles(({ flush }) => {
    const exchange = createExchange({ startTime: 1_700_000_000_000, crowd: 300, ...options });
    const wires = [0, 1].map((connection) => {
      let send: (text: string) => void = () => undefined;
      const note = (what: string): unknown => lines.push(`${asyncScheduler.now()} ${connection} ${what}`);
      exchange.transport('').subscribe({
        next: (wire) => {
          send = (text) => wire.send(text);
          wire.message$.subscribe((text) => note(String(text)));
        },
        error: (error: unknown) => note(String(error)),
      });
      return (text: string): void => send(text);
    });
    script.forEach(({ at, connection, name, payload }, index) => {
      const frame = { m: 0, i: 2 * (index + 1), n: name, o: JSON.stringify(payload) };
      timer(at).subscribe(() => wires[connection]?.(JSON.stringify(frame)));
    });
    timer(2_500).subscribe(() => exchange.close());
    flush();
  });
  return lines;
};

describe('the exchange', () => {
  it('says byte for byte the same, for the same seed, the same input and the same times', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.constantFrom({}, ...Object.values(profiles)),
        fc.nat({ max: 3 }),
        steps,
        (seed, profile, latency, drawn) => {
          const options = { ...profile, seed, latency, faults: faultScript(seed, { lasts: 2_000 }) };
          const script = drawn.map(({ call: [name, payload], ...when }) => ({ ...when, name, payload }));

          const first = transcript(options, script);
          expect(transcript(options, script)).toEqual(first);
          expect(first.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 40 },
    );
  });
});
