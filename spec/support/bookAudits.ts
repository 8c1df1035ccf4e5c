import { connect, endWith, ignoreElements, map, merge, repeat, Subject, takeUntil, timer } from 'rxjs';
import {
  createClient,
  type Client,
  orderBook$,
  type OrderBookView,
  type Transport,
} from '../../src/index.ts';
import { createExchange, profiles } from '../../src/simulator/index.ts';
import { MessageType } from '../../src/frame.ts';
import { bookRow } from './books.ts';
import { marbles } from './marbles.ts';

/** All that the simulated exchange can be like. */
export const profileNames = Object.keys(profiles) as readonly (keyof typeof profiles)[];
export type ProfileName = (typeof profileNames)[number];

const instruments = [1, 2, 3] as const;
/** How late replies are, and how often the crowd acts, in milliseconds: another pair for each seed. */
const latencies = [0, 20, 120, 400] as const;
const paces = [200, 100, 1_000, 300, 7_000] as const;

/** A transport over which something can be said that the exchange has not said. */
const spokenInto = (
  transport: Transport,
): { readonly transport: Transport; readonly say: Subject<string> } => {
  const say = new Subject<string>();
  return {
    say,
    transport: (url) =>
      transport(url).pipe(
        map((wire) => ({
          ...wire,
          message$: wire.message$.pipe(
            connect((told$) =>
              merge(told$, say.pipe(takeUntil(told$.pipe(ignoreElements(), endWith(undefined))))),
            ),
          ),
        })),
      ),
  };
};

interface Venue {
  readonly client: Client;
  /** Has the client believe that a level is gone. */
  readonly take: (InstrumentId: number, side: 'bids' | 'asks', price: number) => void;
  /** Whether the exchange itself has a level there. */
  readonly has: (InstrumentId: number, side: 'bids' | 'asks', price: number) => boolean;
}

/** A venue of a kind, for as long as `each`, called every 100 virtual milliseconds, says that it is not over. */
const atVenue = (
  profile: ProfileName,
  seed: number,
  begin: (venue: Venue) => { readonly isOver: () => boolean },
): void => {
  marbles(({ flush }) => {
    const exchange = createExchange({
      ...profiles[profile],
      seed,
      crowd: paces[seed % paces.length] ?? 200,
      crowdInstruments: instruments,
      startTime: 1_700_000_000_000,
      latency: latencies[seed % latencies.length] ?? 0,
    });
    const { transport, say } = spokenInto(exchange.transport);
    const client = createClient({ transport, backoff: () => 500, keepAlive: false });
    const take: Venue['take'] = (InstrumentId, side, price) => {
      const row = bookRow(side === 'bids' ? 0 : 1, price, 0, 2).with(7, InstrumentId);
      const frame = { m: MessageType.Event, i: 0, n: 'Level2UpdateEvent', o: JSON.stringify([row]) };
      say.next(JSON.stringify(frame));
    };
    const has: Venue['has'] = (InstrumentId, side, price) =>
      exchange.book(InstrumentId)[side].some(({ Price }) => Number(Price) === price);
    const { isOver } = begin({ client, take, has });
    const end = new Subject<void>();
    // Single timers, as TestScheduler takes no interval that is due together with two others.
    timer(100)
      .pipe(repeat(), takeUntil(end))
      .subscribe(() => {
        if (!isOver()) return;
        client.close();
        exchange.close();
        end.next();
      });
    flush();
  });
};

/** What the audits of right books have come to. */
export interface Audited {
  readonly audits: number;
  /** How many of them held a right book for wrong. */
  readonly falseAlarms: number;
  readonly frames: number;
}

/** Audits right books of a venue, so many times at least. */
export const auditRight = (profile: ProfileName, seed: number, audits: number): Audited => {
  const last = new Map<number, OrderBookView>();
  const sum = (of: (view: OrderBookView) => number): number =>
    [...last.values()].reduce((total, view) => total + of(view), 0);
  let frames = 0;
  atVenue(profile, seed, ({ client }) => {
    for (const InstrumentId of instruments) {
      orderBook$(client, { InstrumentId }, { auditAfter: 50 }).subscribe((view) => {
        frames += 1;
        last.set(InstrumentId, view);
      });
    }
    return { isOver: () => sum(({ repairs }) => repairs.audits) >= audits };
  });
  return {
    audits: sum(({ repairs }) => repairs.audits),
    falseAlarms: sum(({ repairs }) => repairs.differences),
    frames,
  };
};

/** What has become of levels that were taken away. */
export interface Taken {
  readonly taken: number;
  /** How many the exchange told again, or ended, before they were found. */
  readonly told: number;
  /** How many were found with the so manieth audit; those from the fourth on count as missed. */
  readonly found: Readonly<Record<number, number>>;
}

interface Missing {
  readonly side: 'bids' | 'asks';
  readonly price: number;
  readonly audits: number;
  readonly done: number;
}

const sides = ['bids', 'asks'] as const;

/** Takes levels from books of a venue one after another, at every depth in turn, so many in all. */
export const takeLevels = (profile: ProfileName, seed: number, count: number): Taken => {
  const found: Record<number, number> = {};
  let taken = 0;
  let told = 0;
  atVenue(profile, seed, ({ client, take, has }) => {
    const missing = new Map<number, Missing>();
    const views = new Map<number, OrderBookView>();
    const look = (InstrumentId: number, view: OrderBookView): void => {
      views.set(InstrumentId, view);
      const gone = missing.get(InstrumentId);
      if (gone === undefined) return;
      const { side, price, audits, done } = gone;
      if (view.repairs.done > done) {
        const needed = view.repairs.audits - audits;
        found[needed] = (found[needed] ?? 0) + 1;
      } else if (view.quantityAt(side, price) > 0) told += 1;
      else return;
      missing.delete(InstrumentId);
    };
    for (const InstrumentId of instruments) {
      orderBook$(
        client,
        { InstrumentId },
        { auditAfter: 300, repairPause: { first: 0, longest: 0 } },
      ).subscribe((view) => look(InstrumentId, view));
    }
    const forgetEnded = (): void => {
      for (const [InstrumentId, { side, price }] of missing) {
        const isRight = !has(InstrumentId, side, price) && views.get(InstrumentId)?.status === 'live';
        if (isRight && missing.delete(InstrumentId)) told += 1;
      }
    };
    const takeNext = (): void => {
      for (const [InstrumentId, view] of views) {
        if (missing.has(InstrumentId) || view.status !== 'live' || taken >= count) continue;
        const side = sides[taken % 2] ?? 'bids';
        const levels = [...view.levels(side)];
        const level = levels[(taken * 7) % levels.length];
        if (level === undefined) continue;
        taken += 1;
        const { audits, done } = view.repairs;
        take(InstrumentId, side, level.price);
        missing.set(InstrumentId, { side, price: level.price, audits, done });
      }
    };
    return {
      isOver: () => {
        forgetEnded();
        takeNext();
        return taken >= count && missing.size === 0;
      },
    };
  });
  return { taken, told, found };
};
