import * as t from 'io-ts';
import { endpoint } from '../../src/endpoint.ts';
import {
  createClient,
  follow$,
  type FollowOptions,
  Ping,
  request$,
  type RequestOptions,
  SubscribeLevel1,
} from '../../src/index.ts';
import { misuseOf } from '../../src/requests/misuse.ts';
import { scriptedExchange } from '../../src/testing/scriptedExchange.ts';

const { transport } = scriptedExchange();
const client = createClient({ transport });

describe('misuseOf', () => {
  it('finds nothing wrong with what a compiler would take', () => {
    const TakesNothing = endpoint({ name: 'TakesNothing', request: t.undefined, reply: t.unknown });

    expect(misuseOf('request$', client, Ping, {})).toBeUndefined();
    expect(misuseOf('request$', { ...client }, TakesNothing, undefined)).toBeUndefined();
    expect(misuseOf('subscribe$', client, SubscribeLevel1, { InstrumentId: 1 })).toBeUndefined();
    expect(misuseOf('follow$', client, SubscribeLevel1, { InstrumentId: 1 })).toBeUndefined();
  });

  it.each([
    [
      ['request$', undefined, Ping, {}],
      'Ping was not sent: the first argument should be what createClient returns but is undefined.',
    ],
    [
      ['request$', Ping, client, {}],
      'request$ was not sent: the first argument should be what createClient returns but is ' +
        'the function Ping, which request$ calls.',
    ],
    [
      ['request$', client, SubscribeLevel1, {}],
      'SubscribeLevel1 was not sent: the second argument should be a function such as Ping but is ' +
        'the stream SubscribeLevel1, which subscribe$ follows.',
    ],
    [
      ['subscribe$', client, Ping, {}],
      'Ping was not sent: the second argument should be a stream such as SubscribeLevel1 but is ' +
        'the function Ping, which request$ calls.',
    ],
    [
      ['follow$', client, undefined, {}],
      'follow$ was not sent: the second argument should be a stream such as SubscribeLevel1 but is undefined.',
    ],
    [
      ['request$', client, 'Ping', {}],
      'request$ was not sent: the second argument should be a function such as Ping but is a string.',
    ],
    [
      ['request$', client, Ping, undefined],
      'Ping was not sent: the third argument should be an object of parameters, {} where there are none, ' +
        'but is undefined.',
    ],
    [
      ['subscribe$', client, SubscribeLevel1, null],
      'SubscribeLevel1 was not sent: the third argument should be an object of parameters, ' +
        '{} where there are none, but is null.',
    ],
  ] as const)('says what was meant where it is wrong (%#)', ([verb, first, second, third], message) => {
    expect(misuseOf(verb, first, second, third)).toMatchObject({
      _tag: 'InvalidRequest',
      sent: false,
      message: `${message} Correct the call.`,
    });
  });

  it('is told through the Observable of request$, which never throws', () => {
    const untyped = request$ as (...args: readonly unknown[]) => ReturnType<typeof request$>;
    const errors: unknown[] = [];
    for (const args of [[], [client], [client, SubscribeLevel1, {}], [client, Ping], [null, Ping, {}]]) {
      untyped(...args).subscribe({ error: (error: unknown) => errors.push((error as Error).name) });
    }

    expect(errors).toEqual(Array(5).fill('InvalidRequest'));
  });

  it.each([
    ['request$', Ping, {}, null, 'the value should be an object of options but is null'],
    ['request$', Ping, {}, { timeout: '500' }, 'timeout should be a number from 0 on but is a string'],
    ['request$', Ping, {}, { timeout: NaN }, 'timeout should be a number from 0 on but is NaN'],
    ['request$', Ping, {}, { signal: {} }, 'signal should be an AbortSignal but is an object'],
    [
      'follow$',
      SubscribeLevel1,
      { InstrumentId: 1 },
      { quiteAfter: 5 },
      'quiteAfter should be left out, as the options are quietAfter, but is 5',
    ],
  ] as const)('says what is wrong with the options (%#)', (verb, subject, params, options, what) => {
    expect(misuseOf(verb, client, subject, params, options)?.message).toBe(
      `${subject.name} was not sent: ${what}. Correct the call.`,
    );
  });

  it('finds nothing wrong with options that are meant', () => {
    const { signal } = new AbortController();

    expect(misuseOf('request$', client, Ping, {}, { timeout: Infinity, signal })).toBeUndefined();
    expect(
      misuseOf('follow$', client, SubscribeLevel1, { InstrumentId: 1 }, { quietAfter: NaN }),
    ).toBeUndefined();
  });

  it('is an error of the Observable, and nothing is thrown', () => {
    const seen: unknown[] = [];
    request$(client, Ping, {}, null as unknown as RequestOptions).subscribe({
      error: (error: unknown) => seen.push(error),
    });
    follow$(client, SubscribeLevel1, { InstrumentId: 1 }, null as unknown as FollowOptions).subscribe(
      (kept) => seen.push(kept),
    );

    expect(seen).toMatchObject([
      { _tag: 'InvalidRequest' },
      { status: 'failed', cause: { _tag: 'InvalidRequest' } },
    ]);
  });
});
