import { concatMap, map, timer } from 'rxjs';
import { holdEngine } from '../../src/orders/engineOf.ts';
import { reachable$, type Readiness, ready$ } from '../../src/orders/ready.ts';
import { overFor } from '../../src/requests/overFor.ts';
import { marbles } from '../support/marbles.ts';
import { answering, refusal, session } from './support/scripted.ts';

const letterOf = (readiness: Readiness): string => (readiness._tag === 'Ready' ? 'y' : 'n');

describe('ready$', () => {
  it.each<readonly [string, Parameters<typeof answering>[0], string, string]>([
    ['says yes where the stream of the account is on', {}, '', '--------------------(y|)'],
    ['waits for it, and no longer than it may', { SubscribeAccountEvents: () => undefined }, '', '70ms (n|)'],
    ['says no at once with the connection lost', {}, '----------d', '--------------------(n|)'],
    [
      'says no at once where the stream is refused for good',
      { SubscribeAccountEvents: () => refusal(104) },
      '',
      '--------------------(n|)',
    ],
  ])('%s', (_name, answers, drops, expected) => {
    marbles(({ cold, expectObservable, flush }) => {
      const { client, exchange } = session(answering(answers), 200, { backoff: () => 100 });
      client.state$.subscribe();
      if (drops !== '') cold(drops).subscribe(() => exchange.drop());
      const told$ = timer(20).pipe(
        concatMap(() => ready$(holdEngine(client, 7).engine, 'SendOrder', 50)),
        map(letterOf),
      );
      expectObservable(told$).toBe(expected);
      flush();
    });
  });

  it('says why the stream of the account is not on', () => {
    marbles(({ flush }) => {
      const reasons: unknown[] = [];
      const { client } = session(answering({ SubscribeAccountEvents: () => refusal(102, 'busy') }), 200);
      ready$(holdEngine(client, 7).engine, 'SendOrder', 50).subscribe((readiness) =>
        reasons.push('reason' in readiness && readiness.reason.cause),
      );
      flush();
      expect(reasons).toEqual([expect.objectContaining({ errormsg: 'busy' })]);
    });
  });

  it.each([
    [
      'has not come on',
      102,
      /^SendOrder was not sent: the account stream was not subscribed within 50 ms \(SubscribeAccountEvents was refused: busy/,
    ],
    [
      'was refused for good',
      104,
      /^SendOrder was not sent: the exchange refused the account stream \(SubscribeAccountEvents was refused: busy/,
    ],
  ])('says it in words where the stream %s, with what the exchange said', (_name, code, said) => {
    marbles(({ flush }) => {
      const told: unknown[] = [];
      const { client } = session(answering({ SubscribeAccountEvents: () => refusal(code, 'busy') }), 200);
      ready$(holdEngine(client, 7).engine, 'SendOrder', 50).subscribe((readiness) =>
        told.push('reason' in readiness && readiness.reason.message),
      );
      flush();
      expect(told).toEqual([expect.stringMatching(said)]);
    });
  });

  it('says of a client that is closed that a new one is wanted', () => {
    marbles(({ flush }) => {
      const told: unknown[] = [];
      const { client } = session(undefined, 200);
      const { engine } = holdEngine(client, 7);
      client.close();
      ready$(engine, 'SendOrder', 50).subscribe((readiness) =>
        told.push('reason' in readiness && readiness.reason.message),
      );
      flush();
      expect(told).toEqual([overFor('SendOrder', undefined).message]);
    });
  });
});

describe('reachable$', () => {
  it.each([
    ['waits for the first opening', '----o', '', '^', '----(y|)'],
    ['no longer than it may', '', '', '^', '50ms (n|)'],
    ['says no at once with the connection lost', 'o', '--d', '-----^', '-----(n|)'],
  ])('%s', (_name, opens, drops, subs, expected) => {
    marbles(({ cold, expectObservable, flush }) => {
      const { client, exchange } = session(undefined, 200, { backoff: () => 100 });
      exchange.script({ opens: false });
      client.state$.subscribe();
      if (opens !== '') cold(opens).subscribe(() => exchange.accept());
      if (drops !== '') cold(drops).subscribe(() => exchange.drop());
      expectObservable(reachable$(client, 'CancelOrder', 50).pipe(map(letterOf)), subs).toBe(expected);
      flush();
    });
  });
});
