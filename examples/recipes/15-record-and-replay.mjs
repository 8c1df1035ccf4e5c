import process from 'node:process';
import { createClient, touch$, webSocket, whenLive } from 'notbank-rx';
import { replay, withRecorder } from 'notbank-rx/recording';
import { fileSink, readRecording } from 'notbank-rx/recording/node';
import { concat, defer, finalize, map, take, toArray } from 'rxjs';
import { gateway } from './gateway.mjs';

const [, , path = 'today.ndjson'] = process.argv;
const file = fileSink(path);
const quoteOf = ({ best }) => `${best.bid?.price}/${best.ask?.price}`;
const quotes$ = (transport) => {
  const client = createClient({ ...gateway, transport });
  const live$ = touch$(client, { Symbol: 'BTCUSDT' }).pipe(whenLive(), take(15));
  return live$.pipe(map(quoteOf), toArray(), finalize(client.close));
};
const recorded$ = quotes$(withRecorder(webSocket(), file.write));
const replayed$ = defer(() => quotes$(replay(readRecording(path), { speed: 5 })));

concat(recorded$, file.close$(), replayed$).subscribe((quotes) => console.log(...quotes));
