import { map } from 'rxjs';
import { accountInput$ } from '../../src/orders/source.ts';
import { marbles } from '../support/marbles.ts';
import { order } from './support/order.ts';
import { answering, refusal, session, willing } from './support/scripted.ts';

const letters: Readonly<Record<string, string>> = {
  Subscribed: 's',
  Lost: 'l',
  Event: 'e',
  Unreadable: 'u',
  Failed: 'f',
};

describe('accountInput$', () => {
  const drawn = (
    answer: Parameters<typeof session>[0],
    script: string,
    expected: string,
    until = '^ 2m !',
  ) => {
    marbles(({ cold, expectObservable, flush }) => {
      const { client, exchange, pushOrder } = session(answer, 150_000);
      cold(script).subscribe((letter) => {
        if (letter === 'd') exchange.drop();
        if (letter === 'o') pushOrder();
        if (letter === 'b') exchange.push({ name: 'OrderStateEvent', payload: { Account: 7, Side: {} } });
        if (letter === 'q') client.close();
      });
      const told$ = accountInput$(client, 7).pipe(map(({ _tag }) => letters[_tag] ?? _tag));
      expectObservable(told$, until).toBe(expected);
      flush();
    });
  };

  it('tells that the stream is on, its events, and its loss, over any number of sockets', () => {
    drawn(willing, '       ----o-d------o-q', '(ls)e-l----s-e-(l|)');
  });

  it('tells of an event that could not be read, and goes on', () => {
    drawn(willing, '       ----b-o-q', '(ls)u-e-(l|)');
  });

  it('tries again, patiently, what may pass', () => {
    let asked = 0;
    const answer = answering({
      SubscribeAccountEvents: () => ((asked += 1) < 3 ? refusal(102) : { Subscribed: true }),
    });
    drawn(answer, '-', '(ll) 496ms l 999ms s', '2s !');
  });

  it('fails for good where the exchange knows no such account', () => {
    drawn(answering({ SubscribeAccountEvents: () => refusal(104) }), '-', '(lf)', '2s !');
  });

  it('tells a loss before the connection tells of it', () => {
    marbles(({ flush }) => {
      const { client, exchange } = session();
      const log: string[] = [];
      client.state$.subscribe(({ _tag }) => log.push(_tag));
      accountInput$(client, 7).subscribe(({ _tag }) => log.push(_tag));
      log.length = 0;
      exchange.drop();
      expect(log.slice(0, 2)).toEqual(['Lost', 'Waiting']);
      flush();
    });
  });

  it('is given what nobody else may write into', () => {
    marbles(({ flush }) => {
      const { client, pushOrder } = session();
      const kept: unknown[] = [];
      accountInput$(client, 7).subscribe((input) => {
        if (input._tag === 'Event') kept.push(input.event.payload);
      });
      pushOrder();
      expect(kept).toEqual([order()]);
      flush();
    });
  });
});
