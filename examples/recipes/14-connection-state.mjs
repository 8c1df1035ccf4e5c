import { createClient, isOpen } from 'notbank-rx';
import { delay, filter, map, skip, take } from 'rxjs';
import { gateway } from './gateway.mjs';

const client = createClient(gateway);
const said = (state) => {
  if (state._tag === 'Waiting') return `offline, next attempt in ${state.delay} ms: ${state.cause.message}`;
  if (state._tag === 'Closed') return `closed${state.cause ? `: ${state.cause.message}` : ''}`;
  if (state._tag === 'Connecting')
    return state.attempt ? `connecting, attempt ${state.attempt}` : 'connecting';
  return { Authenticating: 'logging in', Open: 'connected', Probing: 'checking the connection' }[state._tag];
};

client.state$.pipe(map(said)).subscribe((text) => console.log(text));
// For the show: the first connection is lost after 100 ms, and the second closed.
const open$ = client.state$.pipe(filter(isOpen), delay(100));
open$.pipe(take(1)).subscribe(client.reconnect);
open$.pipe(skip(1)).subscribe(client.close);
