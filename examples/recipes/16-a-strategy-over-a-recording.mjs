import process from 'node:process';
import { createClient, touch$, whenLive } from 'notbank-rx';
import { replayVirtually } from 'notbank-rx/recording';
import { readRecording } from 'notbank-rx/recording/node';
import { distinctUntilChanged, map, pairwise } from 'rxjs';

const [, , path = 'today.ndjson'] = process.argv;
/** The function that runs live as well. */
const strategy$ = (client) =>
  touch$(client, { Symbol: 'BTCUSDT' }).pipe(
    whenLive(),
    map(({ best }) => best.bid?.price ?? NaN),
    distinctUntilChanged(),
    pairwise(),
    map(([before, after]) => (after > before ? 'up' : 'down')),
  );

const run = replayVirtually(readRecording(path), (transport) => strategy$(createClient({ transport })));
run.emissions.forEach(({ at, value }) => console.log(new Date(at).toISOString(), value));
console.log(run.outcome._tag, run.warnings.length);
