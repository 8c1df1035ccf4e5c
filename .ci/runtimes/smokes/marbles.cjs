/**
 * A test that holds and one that does not, for any runner, made with the library as that has loaded it.
 *
 * The one that holds goes over a lost connection, in virtual time; the other throws a message with both diagrams.
 */
module.exports = ({ runMarbles, Level1UpdateEvent, subscribe$, SubscribeLevel1, map }) => {
  const summary = (BestBid) => ({ OMSId: 1, InstrumentId: 1, BestBid });
  const answer = ({ name }) => (name === 'SubscribeLevel1' ? summary(100) : undefined);
  const run = (expected) => () =>
    runMarbles(
      ({ client, exchange, act, expectObservable, expectSent }) => {
        const bid$ = subscribe$(client, SubscribeLevel1, { InstrumentId: 1 }).pipe(
          map(({ payload }) => payload.BestBid),
        );
        act('-----b---d', {
          b: () => exchange.push(Level1UpdateEvent, summary(101)),
          d: () => exchange.drop(),
        });
        expectObservable(bid$, '^ 39ms !').toBe(expected, { a: 100, b: 101 });
        expectSent('s 28ms s 10ms u', { s: 'SubscribeLevel1', u: 'UnsubscribeLevel1' });
      },
      { answer },
    );
  return {
    holds: run('a----b--- 20ms a'),
    differs: run('a----b--- 21ms a'),
    diagrams: '  expected  a----b 24ms a\n  came      a----b 23ms a\n',
  };
};
