import { map } from 'rxjs';
import { follow$ } from '../../src/streams/follow.ts';
import { subscribe$ } from '../../src/streams/subscribe.ts';
import { topic } from '../../src/streams/topic.ts';
import type { BasicTopicSpec } from '../../src/streams/topicSpec.ts';
import { scriptedExchange } from '../../src/testing/scriptedExchange.ts';
import { connect } from '../support/connect.ts';
import { marbles } from '../support/marbles.ts';
import { idOf, ownQuotes, type Quote, type QuoteParams, quotes, willing } from '../support/quotes.ts';

/** The same topic, all of whose streams one unsubscribe ends. */
const together = <R, S>(spec: BasicTopicSpec<QuoteParams, R, Quote, S>) =>
  topic({ ...spec, group: () => 'all' });

const setUp = () => {
  const exchange = scriptedExchange();
  const client = connect(exchange);
  client.state$.subscribe();
  const sent = () => exchange.received.map((request) => `${request.name} ${idOf(request)}`);
  return { exchange, client, sent };
};

const no = { result: false, errormsg: 'No.', errorcode: 100, detail: null };

describe('a stream of a group of which others go on', () => {
  it('is begun by who comes back where it was left before the answer, whatever that says', () => {
    marbles(({ cold, expectObservable, flush }) => {
      const { exchange, client, sent } = setUp();
      const own = together(ownQuotes);
      const reply = (payload: unknown): void => exchange.reply('SubscribeOwnQuotes', payload);
      follow$(client, own, { Id: 2 }).subscribe();
      reply({});
      const first = follow$(client, own, { Id: 1 }).subscribe();
      const second$ = follow$(client, own, { Id: 1 }).pipe(map(({ status }) => status));

      const leave = cold('   -l');
      const refuse = cold('  --n');
      const secondSubs = '   ---^--';
      const accept = cold('  -----y');
      const close = cold('   -------c');
      const expected = '     ---r-l-(r|)';

      leave.subscribe(() => first.unsubscribe());
      refuse.subscribe(() => reply(no));
      accept.subscribe(() => reply({}));
      close.subscribe(() => client.close());
      expectObservable(second$, secondSubs).toBe(expected, { r: 'restoring', l: 'live' });
      flush();
      expect(sent()).toEqual(['SubscribeOwnQuotes 2', 'SubscribeOwnQuotes 1', 'SubscribeOwnQuotes 1']);
    });
  });

  it('goes on where it was begun, and is there for who comes back', () => {
    marbles(({ cold, expectObservable, flush }) => {
      const { exchange, client, sent } = setUp();
      exchange.script({ answer: () => ({}) });
      const own = together(ownQuotes);
      follow$(client, own, { Id: 2 }).subscribe();
      const first = follow$(client, own, { Id: 1 }).subscribe();
      const second$ = subscribe$(client, own, { Id: 1 }).pipe(map(({ _tag }) => _tag));

      const leave = cold('   -l');
      const secondSubs = '   ---^';
      const close = cold('   -----c');
      const expected = '     ---s-|';

      leave.subscribe(() => first.unsubscribe());
      close.subscribe(() => client.close());
      expectObservable(second$, secondSubs).toBe(expected, { s: 'Snapshot' });
      flush();
      expect(sent()).toEqual(['SubscribeOwnQuotes 2', 'SubscribeOwnQuotes 1']);
    });
  });

  it('is begun anew with its group where it comes with a snapshot', () => {
    marbles(({ cold, flush }) => {
      const { exchange, client, sent } = setUp();
      exchange.script({ answer: willing });
      const All = together(quotes);
      const come = (id: number) => follow$(client, All, { Id: id }).subscribe();
      come(2);
      const first = come(1);
      cold('-l').subscribe(() => first.unsubscribe());
      cold('---b').subscribe(() => come(1));
      cold('-----c').subscribe(() => client.close());
      flush();
      expect(sent()).toEqual([
        'SubscribeQuotes 2',
        'SubscribeQuotes 1',
        'UnsubscribeQuotes 2',
        'UnsubscribeQuotes 1',
        'SubscribeQuotes 2',
        'SubscribeQuotes 1',
      ]);
    });
  });
});
