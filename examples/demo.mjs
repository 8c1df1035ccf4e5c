import process from 'node:process';
import { createClient, exponentialBackoff } from 'notbank-rx';
import { fromEvent, lastValueFrom, merge, scan, take, takeUntil, tap } from 'rxjs';
import { openGateway } from './demo/gateway.mjs';
import { createLines } from './demo/lines.mjs';
import { firstScene, nextScene } from './demo/scene.mjs';
import { createScreen } from './demo/screen.mjs';
import { settingsFrom } from './demo/settings.mjs';
import { story$ } from './demo/story.mjs';

// A reader that has seen enough, such as `head`, is no failure.
process.stdout.on('error', () => process.exit(0));

const usual = exponentialBackoff({ base: 800, cap: 5_000, random: () => 0.4 + 0.6 * Math.random() });
/** Comes back after a loss, but does not try for ever where there is nobody. */
const backoff = (attempt, cause) => (attempt < 3 ? usual(attempt, cause) : null);

const interrupted$ = merge(fromEvent(process, 'SIGINT'), fromEvent(process, 'SIGTERM')).pipe(
  take(1),
  tap(() => (process.exitCode = 130)),
);

const run = async () => {
  const settings = settingsFrom(process.env);
  const gateway = await openGateway(settings);
  const { url, credentials } = gateway;
  const client = createClient({ url, credentials, backoff, requestTimeout: 5_000, connectTimeout: 5_000 });
  const isScreen = process.stdout.isTTY && process.env.TERM !== 'dumb';
  const view = (isScreen ? createScreen : createLines)(process.stdout, process.env);
  try {
    await lastValueFrom(
      story$({ client, gateway, settings }).pipe(
        scan(nextScene, firstScene),
        tap(view.show),
        takeUntil(interrupted$),
      ),
      { defaultValue: firstScene },
    );
  } finally {
    view.end();
    client.close();
    await gateway.close();
  }
};

try {
  await run();
} catch (error) {
  console.error(`The demo failed: ${error.message}`);
  process.exitCode = 1;
}
