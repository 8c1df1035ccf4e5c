import type { createClient } from '../../../src/client.ts';
import type { Ping } from '../../../src/endpoints/system/Ping.ts';
import type { TransportError } from '../../../src/errors.ts';
import type { request$ } from '../../../src/requests/request.ts';
import type { SocketOptions } from '../../../src/transport/options.ts';
import type { Transport, Wire } from '../../../src/transport/transport.ts';
import type { Heard } from './gateway.ts';

// Nothing but types comes from elsewhere: this file runs as it is in Bun and Deno, and bundled in a page.

/** What a scenario has to work with: the transport that is tried, the library, and where the other side is. */
export interface Terms {
  readonly webSocket: (options?: SocketOptions) => Transport;
  readonly createClient: typeof createClient;
  readonly request$: typeof request$;
  readonly Ping: typeof Ping;
  readonly url: string;
  readonly nobody: string;
}

/** One thing that a transport does, whatever it is made of. */
export interface Scenario {
  readonly title: string;
  /** Runs where the transport is; what it resolves with can be sent as JSON. */
  readonly run: (terms: Terms) => Promise<unknown>;
  /** What it resolves with. */
  readonly expected: unknown;
}

type Act = (wire: Wire, leave: () => void) => void;

/** What a transport tells from the opening to the end, or until it is left, in order. */
const follow = (
  { webSocket }: Terms,
  url: string,
  act: Act = () => undefined,
  options: SocketOptions = {},
): Promise<readonly unknown[]> =>
  new Promise((resolve) => {
    const log: unknown[] = [];
    const end = (entry: unknown): void => {
      log.push(entry);
      resolve(log);
    };
    const subscription = webSocket(options)(url).subscribe({
      next: (wire) => {
        wire.message$.subscribe({
          next: (message) =>
            log.push(typeof message === 'string' ? message : String.fromCharCode(...message)),
          complete: () => log.push(`over, ${wire.cause?.()?.code ?? 'asked for'}`),
        });
        act(wire, () => {
          subscription.unsubscribe();
          end('left');
        });
      },
      error: (error: unknown) => {
        const { _tag, message, isFinal, code } = error as TransportError;
        end({
          _tag,
          message: url === '' ? message : message.replaceAll(url, 'URL'),
          isFinal,
          code: code ?? null,
        });
      },
      complete: () => end('complete'),
    });
  });

/** The same of a socket that the gateway tells of afterwards. */
const heard = async (terms: Terms, name: string): Promise<Heard> => {
  const [told] = await follow(terms, `${terms.url}/heard?name=${name}`, (wire, leave) =>
    wire.message$.subscribe(() => leave()),
  );
  return JSON.parse(told as string) as Heard;
};

let opened = 0;

/** A name for a socket that nobody has had: the gateway hears of several runs. */
const freshName = (what: string): string => `${what}-${(opened += 1)}-${performance.timeOrigin}`;

/** Sends these, as soon as it is open. */
const sending =
  (...texts: readonly string[]): Act =>
  (wire) =>
    texts.forEach((text) => wire.send(text));

const closed = (code: number, reason = '') => ({
  ...{ _tag: 'TransportError', isFinal: false, code },
  message: `The socket to URL was closed (code ${code}${reason}).`,
});

/** Whether something holds of the message of an error that ended an attempt, and whether the error is final. */
const endOf = async (log: Promise<readonly unknown[]>, pattern: RegExp): Promise<unknown> => {
  const [error, ...more] = (await log) as readonly TransportError[];
  return { says: pattern.test(error?.message ?? ''), isFinal: error?.isFinal, more };
};

const messages: readonly Scenario[] = [
  {
    title: 'sends text, emits text and bytes, then errors with code and reason of the other side',
    run: (terms) =>
      follow(
        terms,
        `${terms.url}/open`,
        sending('say hello ñ €', 'bytes \u0001\u0002', 'close 1001 maintenance'),
      ),
    expected: ['hello ñ €', '\u0001\u0002', 'over, 1001', closed(1001, ', maintenance')],
  },
  {
    title: 'errors when the other side is gone without a word',
    run: async (terms) => {
      const [over, error] = await follow(terms, `${terms.url}/open`, sending('drop'));
      const { _tag, code, isFinal } = error as TransportError;
      return [over, _tag, code, isFinal];
    },
    expected: ['over, 1006', 'TransportError', 1006, false],
  },
  {
    title: 'emits all that comes in one turn, in order, and a large message whole',
    run: async (terms) => {
      const log = await follow(
        terms,
        `${terms.url}/open`,
        sending('count 2000', 'large 3000000', 'close 1000'),
      );
      const isInOrder = log.slice(0, 2_000).every((message, index) => message === String(index));
      return [log.length, isInOrder, (log[2_000] as string).length];
    },
    expected: [2_003, true, 3_000_000],
  },
  {
    title: 'counts the bytes of a message against its bound, which the error names',
    run: async (terms) => {
      const under = await follow(terms, `${terms.url}/open`, sending('say €€€', 'close 1000'), {
        maxPayload: 9,
      });
      const over = await follow(terms, `${terms.url}/open`, sending('say €€€€'), { maxPayload: 9 });
      return [under[0], over];
    },
    expected: [
      '€€€',
      [
        'over, 1009',
        {
          ...{ _tag: 'TransportError', isFinal: false, code: 1009 },
          message: 'A message from URL exceeds maxPayload (9 bytes): ask for less, or raise maxPayload.',
        },
      ],
    ],
  },
  {
    title: 'opens a socket for each subscription',
    run: async (terms) => {
      const names = [freshName('cold'), freshName('cold')];
      const transport = terms.webSocket();
      for (const name of names) {
        await follow({ ...terms, webSocket: () => transport }, `${terms.url}/open?name=${name}`, (wire) => {
          wire.send(name);
          wire.close();
        });
      }
      const told = await Promise.all(names.map((name) => heard(terms, name)));
      return told.map(({ messages }, index) => messages.length === 1 && messages[0] === names[index]);
    },
    expected: [true, true],
  },
];

const openings: readonly Scenario[] = [
  {
    title: 'ends an attempt at once where nobody listens, and tells no password',
    run: async (terms) => {
      const url = terms.nobody.replace('//', '//ana:hush@').concat('/gateway?token=hush');
      const [error, ...more] = (await follow(terms, url, undefined, {
        connectTimeout: Infinity,
      })) as readonly TransportError[];
      const said = error?.message.replace(terms.nobody, 'NOBODY') ?? '';
      return [
        said.startsWith('Could not connect: NOBODY/gateway: '),
        said.includes('hush'),
        error?.isFinal,
        more,
      ];
    },
    expected: [true, false, false, []],
  },
  {
    title: 'ends an attempt at once where the other side is no WebSocket',
    run: (terms) =>
      endOf(
        follow(terms, `${terms.url}/refused`, undefined, { connectTimeout: Infinity }),
        /^Could not connect: URL: .+\.$/,
      ),
    expected: { says: true, isFinal: false, more: [] },
  },
  {
    title: 'gives up an opening that takes too long',
    run: (terms) =>
      endOf(
        follow(terms, `${terms.url}/mute`, undefined, { connectTimeout: 100 }),
        /^Could not connect: URL: Opening handshake has timed out/,
      ),
    expected: { says: true, isFinal: false, more: [] },
  },
  {
    title: 'takes a limit that a timer cannot count for a long one',
    run: async (terms) => {
      const logs: unknown[] = [];
      for (const connectTimeout of [2 ** 31, Infinity]) {
        logs.push(await follow(terms, `${terms.url}/open`, (wire) => wire.terminate(), { connectTimeout }));
      }
      return logs;
    },
    expected: Array(2).fill(['over, asked for', 'complete']),
  },
  {
    title: 'has an error that is final at an address that no socket can have, and asks nobody else',
    run: (terms) =>
      Promise.all(
        [
          'not an address',
          '/WSGateway',
          '//127.0.0.1/WSGateway',
          '',
          'http://127.0.0.1:1',
          'ftp://a',
          'ws://a/#b',
        ].map((address) => endOf(follow(terms, address), /^Could not connect: .*Correct the address\.$/)),
      ),
    expected: Array(7).fill({ says: true, isFinal: true, more: [] }),
  },
  {
    title: 'gives up opening when it is left before',
    run: async (terms) => {
      const name = freshName('given-up');
      // A browser opens one socket of a host after another: whoever is to tell of the first has to be open before.
      await follow(terms, `${terms.url}/heard?name=begun-${name}`, (wire, leave) => {
        const attempt = terms.webSocket()(`${terms.url}/mute?name=${name}`).subscribe();
        wire.message$.subscribe(() => {
          attempt.unsubscribe();
          leave();
        });
      });
      return heard(terms, name);
    },
    expected: { messages: [], code: null, reason: '' },
  },
];

/** Closes with these; what the gateway has heard, and what was told here. */
const closing = async (terms: Terms, ...args: Parameters<Wire['close']>): Promise<unknown> => {
  const name = freshName('closing');
  const log = await follow(terms, `${terms.url}/open?name=${name}`, (wire) => {
    wire.message$.subscribe(() => wire.close(...args));
    wire.send('say last');
  });
  const { code, reason } = await heard(terms, name);
  return [code, reason, log];
};

const ends: readonly Scenario[] = [
  {
    title: 'tells code and reason of a close, as far as it may, and never throws',
    run: async (terms) => [
      await closing(terms, 4001, 'done'),
      await closing(terms),
      await closing(terms, 99, 'x'.repeat(200)),
    ],
    expected: [
      [4001, 'done', ['last', 'over, asked for', 'complete']],
      [1000, '', ['last', 'over, asked for', 'complete']],
      [1000, 'x'.repeat(123), ['last', 'over, asked for', 'complete']],
    ],
  },
  {
    title:
      'has what was sent leave, in order, though it is closed or dropped in the same turn; and nothing after',
    run: async (terms) => {
      const all: unknown[] = [];
      for (const end of ['close', 'terminate'] as const) {
        const name = freshName(end);
        await follow(terms, `${terms.url}/open?name=${name}`, (wire) => {
          for (const text of ['a', 'b', 'c']) wire.send(text);
          wire[end]();
          wire.send('d');
        });
        all.push((await heard(terms, name)).messages);
      }
      return all;
    },
    expected: Array(2).fill(['a', 'b', 'c']),
  },
  {
    title: 'has its messages over before terminate returns, then completes',
    run: async (terms) => {
      const log: string[] = [];
      await new Promise<void>((resolve) => {
        terms
          .webSocket()(`${terms.url}/open`)
          .subscribe({
            next: (wire) => {
              wire.message$.subscribe({ complete: () => log.push('over') });
              wire.terminate();
              log.push('returned');
            },
            complete: resolve,
          });
      });
      return log;
    },
    expected: ['over', 'returned'],
  },
  {
    title: 'closes with 1000 when it is left, and hears no more',
    run: async (terms) => {
      const name = freshName('left');
      const log = await follow(terms, `${terms.url}/open?name=${name}`, (wire, leave) => {
        wire.send('say too late');
        leave();
      });
      const { code, reason } = await heard(terms, name);
      return [code, reason, log];
    },
    expected: [1000, '', ['over, asked for', 'left']],
  },
];

const clients: readonly Scenario[] = [
  {
    title: 'calls nothing late or dead that had arrived while the program was busy',
    run: ({ createClient, request$, Ping, webSocket, url }) => {
      const limits = { requestTimeout: 1_000, keepAlive: { interval: 700, timeout: 500 } };
      const client = createClient({ url: `${url}/open`, transport: webSocket(), ...limits });
      const errors: string[] = [];
      client.error$.subscribe(({ message }) => errors.push(message));
      const ask = (): Promise<unknown> =>
        new Promise((resolve, reject) =>
          request$(client, Ping, {}).subscribe({ next: resolve, error: reject }),
        );
      return ask()
        .then(() => {
          const reply = ask();
          for (const end = performance.now() + 2_000; performance.now() < end;);
          return reply;
        })
        .then((reply) => [reply, errors])
        .finally(() => client.close());
    },
    expected: [{ msg: 'PONG' }, []],
  },
];

/**
 * What every transport over a network does, be it made of `ws` or of a platform's own socket. Specs run it with the first,
 * with the second in Chromium; `.ci/runtimes` runs it with the second in Bun, in Deno and in Node.
 */
export const scenarios: readonly Scenario[] = [...messages, ...openings, ...ends, ...clients];
