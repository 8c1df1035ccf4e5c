import { concatMap, map, takeUntil, timer } from 'rxjs';
import { RequestTimeout } from '../../src/errors.ts';
import { aftermath$, lookNow$, orderAbout } from '../../src/orders/aftermath.ts';
import { holdEngine } from '../../src/orders/engineOf.ts';
import { lookQueueOf } from '../../src/orders/lookQueue.ts';
import { isOver } from '../../src/orders/version.ts';
import { marbles } from '../support/marbles.ts';
import { order } from './support/order.ts';
import { answering, refusal, session } from './support/scripted.ts';

type Answers = Parameters<typeof answering>[0];
const working = order({ OrderId: 9, ClientOrderId: 5 });
const over = order({ OrderId: 9, ClientOrderId: 5, OrderState: 'Canceled' });
const letters: Readonly<Record<string, string>> = { Done: 'd', Standing: 's', Missing: 'm', Unanswered: 'u' };

describe('aftermath$', () => {
  it.each<readonly [string, Answers, string, string]>([
    ['as soon as an event says that it is done', {}, '-----e', '-----(d|)'],
    ['when it is asked for after a second', { GetOrderStatus: () => over }, '-', '1s (d|)'],
    ['that it stands, after five', { GetOrderStatus: () => working }, '-', '5s (s|)'],
    ['that there is none, after five', { GetOrderStatus: () => refusal(104) }, '-', '5s (m|)'],
    ['that nobody can tell, after thirty', { GetOrderStatus: () => refusal(102) }, '-', '30s (u|)'],
  ])('says %s', (_name, answers, script, expected) => {
    marbles(({ cold, expectObservable, flush }) => {
      const { client, pushOrder } = session(
        answering({ GetOpenOrders: () => [working], ...answers }),
        40_000,
      );
      const { engine } = holdEngine(client, 7);
      cold(script).subscribe((letter) => {
        if (letter === 'e') pushOrder(over);
      });
      const told$ = aftermath$(engine, { OrderId: 9 }, isOver).pipe(map(({ _tag }) => letters[_tag] ?? _tag));
      expectObservable(told$).toBe(expected);
      flush();
    });
  });

  it('says that there is none by our id after thirty, as a list may lag', () => {
    marbles(({ expectObservable }) => {
      const { client } = session(answering({ GetOrdersHistory: () => [] }), 40_000);
      const { engine } = holdEngine(client, 7);
      const told$ = aftermath$(engine, { ClientOrderId: 5 }, isOver).pipe(map(({ _tag }) => letters[_tag]));
      expectObservable(told$).toBe('30s (m|)');
    });
  });

  it('ends in time, with the reason, also where its looks never have a turn', () => {
    marbles(({ expectObservable }) => {
      const { client } = session(answering({}), 40_000, { requestTimeout: 500 });
      const { engine } = holdEngine(client, 7);
      lookQueueOf(client)
        .turn$(-1)
        .pipe(takeUntil(timer(39_000)))
        .subscribe();
      const told$ = aftermath$(engine, { ClientOrderId: 5 }, isOver).pipe(
        map((told) => ('reason' in told ? [told._tag, told.reason] : [told._tag])),
      );
      const why = 'other orders were looked for first';
      const reason = new RequestTimeout('GetOrdersHistory', false, 500, undefined, why);
      // 30 s, and half a second for each of its four looks.
      expectObservable(told$).toBe('32s (u|)', { u: ['Unanswered', reason] });
    });
  });
});

describe('lookNow$', () => {
  it('takes what it finds into the account, by the id of the order where the account knows it', () => {
    marbles(({ expectObservable, flush }) => {
      const answers = { GetOpenOrders: () => [working], GetOrderStatus: () => over };
      const { client, count } = session(answering(answers), 50);
      const { engine } = holdEngine(client, 7);
      const told$ = timer(1).pipe(
        concatMap(() => lookNow$(engine, { ClientOrderId: 5 })),
        map(() => orderAbout(engine, { ClientOrderId: 5 })?.OrderState),
      );
      expectObservable(told$).toBe('-(a|)', { a: 'Canceled' });
      flush();
      expect(count('GetOrderStatus')).toBe(1);
    });
  });

  it('waits for its turn where only our own id is known, and not where the id of the exchange is', () => {
    marbles(({ cold, expectObservable }) => {
      const { client } = session(answering({ GetOrderStatus: () => over }), 2_000, { requestTimeout: 900 });
      const { engine } = holdEngine(client, 7);
      const asked = (about: Parameters<typeof lookNow$>[1]) =>
        cold('-(x|)').pipe(
          concatMap(() => lookNow$(engine, about)),
          map(({ isClean }) => (isClean ? 'h' : 's')),
        );
      expectObservable(asked({ ClientOrderId: 5 })).toBe('-(h|)');
      expectObservable(asked({ ClientOrderId: 6 })).toBe('501ms (h|)');
      expectObservable(asked({ OrderId: 9 })).toBe('-(s|)');
    });
  });

  it('asks by the id of the exchange where that has become known before its turn', () => {
    marbles(({ cold, expectObservable, flush }) => {
      const { client, count, pushOrder } = session(answering({ GetOrderStatus: () => over }), 2_000, {
        requestTimeout: 900,
      });
      const { engine } = holdEngine(client, 7);
      const asked = (ClientOrderId: number) =>
        cold('-(x|)').pipe(
          concatMap(() => lookNow$(engine, { ClientOrderId })),
          map(({ rows }) => rows.length),
        );
      cold('100ms x').subscribe(() => pushOrder(working));
      expectObservable(asked(6)).toBe('-(a|)', { a: 0 });
      expectObservable(asked(5)).toBe('501ms (a|)', { a: 1 });
      flush();
      expect([count('GetOrdersHistory'), count('GetOrderStatus')]).toEqual([1, 1]);
    });
  });
});
