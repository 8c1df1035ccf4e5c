import { apiKeyLogin, createClient, orderBook$, ownAccount$, placeOrder$, whenLive } from 'notbank-rx';
import { firstValueFrom, lastValueFrom, switchMap } from 'rxjs';

/**
 * What a program does: a book, a login, an order that is filled, a lost connection, and an end. It runs wherever the
 * library does.
 */
export const scenario = async ({ url, user }) => {
  const client = createClient({ url, credentials: apiKeyLogin(user) });
  const book$ = orderBook$(client, { Symbol: 'BTCUSDT' }).pipe(whenLive());
  const wish = { InstrumentId: 1, Side: 'Buy', OrderType: 'Market', TimeInForce: 'IOC', Quantity: '0.001' };
  try {
    const { best } = await firstValueFrom(book$);
    const life = await lastValueFrom(
      ownAccount$(client).pipe(switchMap((account) => placeOrder$(client, { ...wish, ...account }))),
    );
    client.reconnect();
    await firstValueFrom(book$);
    return { hasBook: best.bid.price < best.ask.price, order: life._tag, fills: life.fills.length > 0 };
  } finally {
    client.close();
  }
};
