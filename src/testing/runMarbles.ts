import type { Observable } from 'rxjs';
import { type RunHelpers, TestScheduler } from 'rxjs/testing';
import { type Client, type ClientOptions, createClient } from '../client.ts';
import { isObject } from '../codec/isObject.ts';
import type { Frame } from '../frame.ts';
import { checkOptions, type ShapesOf } from '../misfits.ts';
import { createExpectations, type Expectations } from './expectations.ts';
import type { Message } from './diagram.ts';
import { mismatch } from './mismatch.ts';
import { type Script, type ScriptedExchange, scriptedExchange, scriptShapes } from './scriptedExchange.ts';
import { asExpected, type Sent } from './sent.ts';

/** What {@link runMarbles} passes to a test: the marble functions of RxJS, a scripted exchange, and a client of it. */
export interface Marbles extends Pick<
  RunHelpers,
  'animate' | 'cold' | 'expectSubscriptions' | 'flush' | 'hot' | 'time'
> {
  readonly exchange: ScriptedExchange;
  readonly client: Client;
  /** Calls the function of each letter at the time where the letter is drawn. */
  readonly act: (marbles: string, acts: Readonly<Record<string, () => void>>) => void;
  /** Expects an Observable to emit what is drawn; values are compared by value. */
  readonly expectObservable: <A>(
    source: Observable<A>,
    subscription?: string,
  ) => {
    readonly toBe: (marbles: string, values?: Readonly<Record<string, unknown>>, error?: unknown) => void;
    readonly toEqual: (other: Observable<A>) => void;
  };
  /**
   * Expects the client to send what is drawn, and nothing else. A letter stands for a function name, or for a name and
   * those fields of the payload that you want to check.
   */
  readonly expectSent: (marbles: string, sent: Readonly<Record<string, Sent>>) => void;
}

/** Options of {@link runMarbles}. */
export interface MarblesOptions extends Script {
  /** Options of the client. @default no keep-alive, and a reconnect 20 ms after a loss */
  readonly client?: Omit<ClientOptions, 'transport' | 'url'>;
}

/** What each option may be; a client looks at its own. */
const marblesShapes: ShapesOf<MarblesOptions> = {
  ...scriptShapes,
  client: { expected: 'an object of options', is: isObject },
};

/** How long virtual time goes on after all that is drawn, where something goes on for ever, in milliseconds. */
const goesOn = 600_000;

/** Has virtual time end, and returns what is to be told of all that is drawn, so that it ends after that. */
const bounded = (scheduler: TestScheduler): ((marbles: string) => void) => {
  scheduler.maxFrames = goesOn;
  return (marbles) => {
    const drawn = TestScheduler.parseMarbles(marbles, undefined, undefined, false, true);
    const last = scheduler.frame + Math.max(0, ...drawn.map(({ frame }) => frame));
    scheduler.maxFrames = Math.max(scheduler.maxFrames, last + goesOn);
  };
};

const quoted = (marbles: string): string => `'${marbles.trim()}'`;

type Own = Pick<Marbles, 'expectObservable' | 'expectSubscriptions' | 'expectSent'>;

/** What rxjs expects, each noted as it is called. */
const expecting = (
  helpers: RunHelpers,
  { reserve }: Expectations,
  draw: (marbles: string) => void,
): Pick<Own, 'expectObservable' | 'expectSubscriptions'> => ({
  expectObservable: (source, subscription) => {
    const note = reserve();
    const expected = helpers.expectObservable(source, subscription);
    return {
      toBe: (marbles, values, error) => {
        draw(marbles);
        note({ what: `expectObservable(…).toBe(${quoted(marbles)})`, values });
        expected.toBe(marbles, values, error);
      },
      toEqual: (other) => {
        note({ what: 'expectObservable(…).toEqual(…)', values: {} });
        expected.toEqual(other);
      },
    };
  },
  expectSubscriptions: (logs) => {
    const note = reserve();
    const { toBe } = helpers.expectSubscriptions(logs);
    return {
      toBe: (marbles) => {
        note({ what: `expectSubscriptions(…).toBe(${[marbles].flat().map(quoted).join(', ')})` });
        toBe(marbles);
      },
    };
  },
});

/** What the exchange is sent is noted from the beginning, whenever it is asked for. */
const expectingSent = (
  { scheduler, add }: Expectations,
  exchange: ScriptedExchange,
  draw: (marbles: string) => void,
): Own['expectSent'] => {
  const received: (readonly [frame: number, Frame])[] = [];
  exchange.received$.subscribe((frame) => received.push([scheduler.frame, frame]));
  return (marbles, sent) => {
    draw(marbles);
    const messages = TestScheduler.parseMarbles(marbles, sent, undefined, true, true);
    const what = `expectSent(${quoted(marbles)})`;
    add(() => {
      const came = received.map(([frame, one]): Message => {
        const value = asExpected(one, Object.values(sent));
        return { frame, notification: { kind: 'N', value } };
      });
      return mismatch({ what, messages, values: sent }, came);
    });
  };
};

/**
 * Runs a test in virtual time against a scripted exchange, with a client of it, and closes the client at the end. It
 * needs no network, no waiting, and no particular test runner. An expectation that fails throws an `Error`, whose
 * message shows the expected and the actual marbles, and their differences.
 *
 * Expectations are checked when `specify` has returned and all virtual time has passed, or at `flush()`. What goes on for
 * ever, such as the checks of a book that is followed, or a client that reconnects again and again, is left at ten minutes
 * after the last act or expectation that is drawn.
 *
 * @throws RangeError if an option does not exist, or is of another kind.
 *
 * @example
 * runMarbles(
 *   ({ client, act, exchange, expectObservable, expectSent }) => {
 *     const bid$ = subscribe$(client, SubscribeLevel1, { InstrumentId: 1 }).pipe(map(({ payload }) => payload.BestBid));
 *     const summary = { OMSId: 1, InstrumentId: 1 };
 *
 *     act('              -----b', { b: () => exchange.push(Level1UpdateEvent, { ...summary, BestBid: 101 }) });
 *     expectObservable(bid$).toBe('a----b', { a: 100, b: 101 });
 *     expectSent('                 s', { s: 'SubscribeLevel1' });
 *   },
 *   { answer: () => ({ OMSId: 1, InstrumentId: 1, BestBid: 100 }) },
 * );
 */
export const runMarbles = (specify: (marbles: Marbles) => void, options: MarblesOptions = {}): void => {
  checkOptions('runMarbles', options, marblesShapes);
  const { client: { keepAlive = false, backoff = () => 20, ...others } = {}, ...script } = options;
  const expectations = createExpectations();
  expectations.scheduler.run((helpers) => {
    const { animate, time } = helpers;
    const draw = bounded(expectations.scheduler);
    const cold: typeof helpers.cold = (marbles, values, error) => {
      draw(marbles);
      return helpers.cold(marbles, values, error);
    };
    const hot: typeof helpers.hot = (marbles, values, error) => {
      draw(marbles);
      return helpers.hot(marbles, values, error);
    };
    const exchange = scriptedExchange(script);
    const expectSent = expectingSent(expectations, exchange, draw);
    const client = createClient({ ...others, keepAlive, backoff, transport: exchange.transport });
    const flush = (): void => {
      helpers.flush();
      expectations.settle();
    };
    const act: Marbles['act'] = (marbles, acts) => {
      cold(marbles, acts).subscribe((does) => does());
    };
    try {
      specify({
        ...{ animate, cold, hot, time, flush, act, exchange, client },
        ...expecting(helpers, expectations, draw),
        expectSent,
      });
      flush();
    } finally {
      client.close();
    }
  });
};
