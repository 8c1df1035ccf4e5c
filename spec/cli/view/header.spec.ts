import type { ConnectionState } from '../../../src/connection/state.ts';
import { TransportError } from '../../../src/errors.ts';
import { header, linkSpan, trustSpan } from '../../../src/cli/view/header.ts';
import { plainText } from '../../../src/cli/view/line.ts';
import { linkCountdown, linkWords } from '../../../src/cli/view/linkWords.ts';
import { type Link, nextLink, unusedLink } from '../../../src/cli/watch/link.ts';
import { openedSocket } from '../../support/openSocket.ts';

const cause = new TransportError('The other side closed');
const open: ConnectionState = { _tag: 'Open', socket: openedSocket().socket };
const connecting: ConnectionState = { _tag: 'Connecting', attempt: 0 };
const waiting: ConnectionState = { _tag: 'Waiting', delay: 2_500, cause };

/** The link after these states, of which each came a second after the one before. */
const linkAfter = (...states: readonly ConnectionState[]): Link =>
  states.reduce((link, state, at) => nextLink(link, state, (at + 1) * 1_000), unusedLink);

describe('nextLink', () => {
  it.each([
    ['the first opening', [connecting, open], 0],
    ['a loss', [open, waiting], 0],
    ['a return', [open, waiting, connecting, open], 1],
    ['a probe of a link that lives', [open, { ...open, _tag: 'Probing' }, open], 0],
    ['a first opening after failures', [waiting, connecting, open], 0],
    ['two returns', [open, waiting, open, waiting, open], 2],
  ] as const)('counts reconnects: %s', (_, states, reconnects) => {
    expect(linkAfter(...states).reconnects).toBe(reconnects);
  });
});

describe('linkWords', () => {
  it.each([
    ['connecting', [connecting]],
    ['connecting again, attempt 2: The other side closed', [{ _tag: 'Connecting', attempt: 2, cause }]],
    ['logging in', [{ _tag: 'Authenticating', attempt: 0 }]],
    ['connected', [open]],
    ['connected again', [open, waiting, open]],
    ['connected, looking whether the link still lives', [{ ...open, _tag: 'Probing' }]],
    ['not connected: The other side closed', [waiting]],
    ['connection lost: The other side closed', [open, waiting]],
    ['closed', [open, { _tag: 'Closed' }]],
    ['closed: The other side closed', [open, { _tag: 'Closed', cause }]],
  ] as readonly (readonly [string, readonly ConnectionState[]])[])('says: %s', (words, states) => {
    expect(linkWords(linkAfter(...states))).toBe(words);
  });

  it('counts down to the next attempt on a screen', () => {
    const link = linkAfter(open, waiting);
    expect(linkCountdown(link, 3_200)).toBe('next attempt in 1.3 s; connection lost: The other side closed');
    expect(linkCountdown(link, 9_000)).toMatch(/^next attempt in 0\.0 s/);
    expect(linkCountdown(linkAfter(open), 3_200)).toBe('connected');
  });
});

describe('header', () => {
  it('says what it is, how far it can be trusted, when that was, and where it comes from', () => {
    const lines = header({
      ...{ title: 'BTCUSDT order book', url: 'wss://venue.example/wsgateway', now: 1_675_332_676_849 },
      ...{ link: linkAfter(open, waiting, open), mark: trustSpan({ status: 'live' }) },
    });
    expect(lines.map(plainText)).toEqual([
      'BTCUSDT order book  ● live  10:11:16 UTC',
      'wss://venue.example/wsgateway  reconnects 1  connected again',
      '',
    ]);
  });

  it.each([
    ['live', ['● live', 'up']],
    ['restoring', ['○ restoring', 'notice']],
    ['crossed', ['○ crossed', 'down']],
    ['stale', ['○ stale', 'down']],
  ] as const)('marks what is %s', (status, span) => {
    expect(trustSpan({ status })).toEqual(span);
  });

  it('marks a link that is open, and any other', () => {
    expect(linkSpan(linkAfter(open))).toEqual(['● connected', 'up']);
    expect([linkSpan(linkAfter(open, waiting)), linkSpan(undefined)]).toEqual([
      ['○ not connected', 'notice'],
      ['○ not connected', 'notice'],
    ]);
  });
});
