import { internal, seeded } from './harness.mjs';
import { many } from './payloads.mjs';

const { readJson } = internal('json/json');
const { withNumberRows } = internal('json/numberRows');
const read = withNumberRows(readJson);

const tick = 0.5;
const mid = 100_000;
const now = 1_700_000_000_000;

const rowOf = (action, price, quantity, side) => [
  4_100_000,
  1,
  now,
  action,
  mid,
  action === 2 ? 0 : 3,
  price,
  74,
  quantity,
  side,
];

/**
 * A market of so many levels a side: its snapshot, and frames of 6 rows on average, of which 55% change a level, 22%
 * bring one and 22% take one away, four of five near the touch. Every second tick has a level.
 */
export const market = (levels, count) => {
  const random = seeded(levels);
  const int = (below) => Math.floor(random() * below);
  const priceAt = (side, place) => (side === 0 ? mid - (place + 1) * tick : mid + (place + 1) * tick);
  const sides = many(2, () => new Set(many(levels, (index) => 2 * index)));
  const quantity = () => (1 + int(1e8)) / 1e8;
  const snapshot = sides.flatMap((places, side) =>
    [...places].map((place) => rowOf(0, priceAt(side, place), quantity(), side)),
  );

  const row = () => {
    const side = int(2);
    const reach = random() < 0.8 ? Math.min(20, 2 * levels) : 2 * levels;
    const start = int(reach);
    const isMove = random() < 0.45;
    const isNew = isMove && sides[side].size <= levels;
    // The nearest place that has a level, or that has none.
    let place = start;
    while (sides[side].has(place) === isNew) place = (place + 1) % (2 * levels);
    if (isNew) sides[side].add(place);
    else if (isMove) sides[side].delete(place);
    const price = priceAt(side, place);
    return isMove && !isNew ? rowOf(2, price, 0, side) : rowOf(isNew ? 0 : 1, price, quantity(), side);
  };

  const frames = many(count, () => {
    const payload = JSON.stringify(many(1 + int(11), row));
    return {
      rows: read(payload),
      text: JSON.stringify({ m: 3, i: 8, n: 'Level2UpdateEvent', o: payload }),
    };
  });
  return { snapshot: read(JSON.stringify(snapshot)), frames };
};
