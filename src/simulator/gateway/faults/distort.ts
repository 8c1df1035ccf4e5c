import type { MarketEvent } from '../../market/event.ts';
import type { Level2Row } from '../../market/level2.ts';
import type { ConditionOf, Faults } from './faults.ts';

const Action = 3;
const Price = 6;
const Side = 9;

/** Where the execution comes right after the order that it changed, it comes before it. */
const withFillsSwapped = (events: readonly MarketEvent[]): readonly MarketEvent[] => {
  const told: MarketEvent[] = [];
  for (const event of events) {
    const before = told.at(-1);
    const isFill =
      event._tag === 'OrderTrade' &&
      before?._tag === 'OrderState' &&
      before.payload.OrderId === event.payload.OrderId;
    if (isFill) told.splice(-1, 1, event, before);
    else told.push(event);
  }
  return told;
};

const withoutClientOrderId = (event: MarketEvent): MarketEvent =>
  event._tag === 'OrderTrade' ? { ...event, payload: { ...event.payload, ClientOrderId: 0 } } : event;

const isSamePlace = (a: Level2Row, b: Level2Row): boolean =>
  a[Side] === b[Side] && a[Price].units === b[Price].units;

/** Whether a row is the end of its level, and not the first half of a change. */
const isEnd = (row: Level2Row, index: number, rows: readonly Level2Row[]): boolean =>
  row[Action] === 2 && !rows.slice(index + 1).some((later) => isSamePlace(later, row));

/** Keeps back the ends of so many levels of each book. */
const createGhosts = (): ((event: MarketEvent, fault: ConditionOf<'ghost'>) => MarketEvent) => {
  const kept = new WeakMap<ConditionOf<'ghost'>, Map<number, number>>();
  const countsOf = (fault: ConditionOf<'ghost'>): Map<number, number> => {
    const counts = kept.get(fault) ?? new Map<number, number>();
    kept.set(fault, counts);
    return counts;
  };
  return (event, fault) => {
    if (event._tag !== 'Level2') return event;
    const counts = countsOf(fault);
    let count = counts.get(event.InstrumentId) ?? 0;
    const payload = event.payload.filter((row, index, rows) => {
      if (count >= fault.levels || !isEnd(row, index, rows)) return true;
      count += 1;
      return false;
    });
    counts.set(event.InstrumentId, count);
    return { ...event, payload };
  };
};

const isTold = (event: MarketEvent): boolean => event._tag !== 'Level2' || event.payload.length > 0;

/** Makes of what happened what is told of it, by the faults of the moment. */
export const createDistortion = ({
  is,
  of,
}: Pick<Faults, 'is' | 'of'>): ((events: readonly MarketEvent[]) => readonly MarketEvent[]) => {
  const haunt = createGhosts();
  return (events) => {
    const swapped = is('swapFills') ? withFillsSwapped(events) : events;
    const nameless = is('noClientOrderId') ? swapped.map(withoutClientOrderId) : swapped;
    const ghosts = of('ghost');
    return ghosts.length === 0
      ? nameless
      : nameless.map((event) => ghosts.reduce(haunt, event)).filter(isTold);
  };
};
