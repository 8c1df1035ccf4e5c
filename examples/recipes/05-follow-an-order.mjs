import { createClient, ownAccount$, placeOrder$ } from 'notbank-rx';
import { finalize, switchMap } from 'rxjs';
import { gateway } from './gateway.mjs';

const client = createClient(gateway);
const buy$ = (account) =>
  placeOrder$(client, {
    ...account,
    InstrumentId: 1,
    Side: 'Buy',
    OrderType: 'Market',
    TimeInForce: 'IOC',
    Quantity: '0.01',
  });

ownAccount$(client)
  .pipe(switchMap(buy$), finalize(client.close))
  .subscribe(({ _tag, executed, remaining, fills }) =>
    console.log(_tag, executed, 'of', executed + remaining, ...fills.map(({ Price }) => Price)),
  );
