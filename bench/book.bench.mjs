import process from 'node:process';
import { clients } from './bookClients.mjs';
import { market } from './bookFrames.mjs';
import { clonedTrees, sortedMaps, splicedArrays } from './bookRivals.mjs';
import { compare, internal, printTable } from './harness.mjs';

const { createBook } = internal('book/book');
const { levelOf } = internal('book/Level');
const { viewOf } = internal('book/view');

const sizes = [20, 200, 1000, 5000];
// Few enough to stay near the processor, as the rows of a frame that has just been read are.
const frameCount = 500;

const twice = (text) => JSON.parse(JSON.parse(text).o);

const bests = () => {
  const { apply, best } = createBook(levelOf);
  return { apply: (rows) => void apply(rows), top: () => [best().bid, best().ask] };
};
const views = () => {
  const { apply, sides } = createBook(levelOf);
  const take = (rows) => {
    apply(rows);
    return viewOf(sides());
  };
  return { apply: take, top: ({ best }) => [best.bid, best.ask] };
};

const books = {
  'book, no view': bests,
  'book, a view a frame': views,
  'array in place *': splicedArrays,
  'sorted-btree': clonedTrees,
  'Map, sorted': sortedMaps,
};

/** Each book takes the frames one after another, and its best bid and ask are read after each. */
const race = (names, { snapshot, frames }) => {
  const taking = names.map((name) => {
    const { apply, top } = books[name]();
    let next = 0;
    apply(snapshot);
    return [name, () => top(apply(frames[next++ % frameCount].rows))];
  });
  const competitors = {
    parse: (i) => twice(frames[i % frameCount].text),
    ...Object.fromEntries(taking),
  };
  return compare(competitors, { rounds: 21, milliseconds: 6 });
};
/** The whole way, from the text of a frame to what a consumer is told. */
const raceClients = ({ snapshot, frames }) => {
  const open = Object.entries(clients).map(([name, create]) => [name, create(snapshot)]);
  const competitors = { parse: (i) => twice(frames[i % frameCount].text) };
  for (const [name, { push, last }] of open) {
    let next = 0;
    competitors[name] = () => {
      push(frames[next++ % frameCount].text);
      return last();
    };
  }
  const results = compare(competitors, { rounds: 21, milliseconds: 6 });
  for (const [, { close }] of open) close();
  return results;
};
const measure = (levels) => {
  const { snapshot, frames } = market(levels, frameCount);
  // Apart, as what the sorted Map leaves to the collector would be charged to all.
  const [ours, others] = [Object.keys(books).slice(0, 2), Object.keys(books).slice(2)];
  return { ...race(others, { snapshot, frames }), ...race(ours, { snapshot, frames }) };
};

/** All of them must have the same best prices after the same frames. */
const verify = () => {
  const { snapshot, frames } = market(200, frameCount);
  const told = Object.values(books).map((create) => {
    const { apply, top } = create();
    const tops = [snapshot, ...frames.map(({ rows }) => rows)].map((rows) => top(apply(rows)));
    return JSON.stringify(tops.map((levels) => levels.map(({ price, quantity }) => [price, quantity])));
  });
  if (new Set(told).size !== 1) throw new Error('the books differ');
};
verify();

/** The public book has the same best prices as the pure one after the same frames. */
const verifyClients = () => {
  const { snapshot, frames } = market(200, frameCount);
  const { apply, top } = views();
  apply(snapshot);
  const [book, touched] = ['orderBook$', 'touch$'].map((name) => clients[name](snapshot));
  for (const { text, rows } of frames) {
    for (const { push } of [book, touched]) push(text);
    const prices = top(apply(rows)).map(({ price }) => price);
    for (const { last } of [book, touched]) {
      const { bid, ask } = last().best;
      if (bid.price !== prices[0] || ask.price !== prices[1]) throw new Error('the public books differ');
    }
  }
  for (const { close } of [book, touched]) close();
};
verifyClients();

const measured = sizes.map((levels) => ({ levels, results: measure(levels) }));
const names = ['parse', ...Object.keys(books)];
printTable(
  'A Level 2 frame of 6 rows into a book, best bid and ask read after it, as a ratio to JSON.parse of frame and payload',
  ['levels a side', 'parse us', ...names],
  measured.map(({ levels, results }) => [
    levels,
    results.parse.microseconds.toFixed(2),
    ...names.map((name) => results[name].ratio.toFixed(2)),
  ]),
);
const [least, most] = [measured[0].results, measured.at(-1).results];
printTable(
  `Growth from ${sizes[0]} to ${sizes.at(-1)} levels: how many times the cost, as ratios to parsing`,
  ['', 'growth'],
  Object.keys(books).map((name) => [name, (most[name].ratio / least[name].ratio).toFixed(1)]),
);
const publicNames = Object.keys(clients);
const ofClients = sizes.map((levels) => ({ levels, results: raceClients(market(levels, frameCount)) }));
printTable(
  'The same frames as text into a client, over a transport in memory; in brackets without what messages alone cost',
  ['levels a side', ...publicNames],
  ofClients.map(({ levels, results }) => [
    levels,
    ...publicNames.map((name) => {
      const own = results[name].ratio - results[publicNames[0]].ratio;
      return `${results[name].ratio.toFixed(2)} (${own.toFixed(2)})`;
    }),
  ]),
);
const [fewest, mostLevels] = [ofClients[0].results, ofClients.at(-1).results];
printTable(
  `Growth from ${sizes[0]} to ${sizes.at(-1)} levels of the whole way`,
  ['', 'growth'],
  publicNames.map((name) => [name, (mostLevels[name].ratio / fewest[name].ratio).toFixed(1)]),
);
console.log('\n* linear search from the best; what it hands out changes under its reader');

const memory = () => {
  globalThis.gc?.();
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
};
const kept = 1000;
const keptLevels = 500;
const keeping = (create) => {
  const { snapshot, frames } = market(keptLevels, 4 * kept);
  const { apply } = create();
  apply(snapshot);
  for (const { rows } of frames.slice(kept)) apply(rows);
  const before = memory();
  const last = frames.slice(0, kept).map(({ rows }) => apply(rows));
  const after = memory();
  globalThis.benchSink = last;
  return (after - before) / 2 ** 20;
};
printTable(
  `The last ${kept} views of a book of ${keptLevels} levels a side, all kept`,
  ['', 'MB'],
  ['book, a view a frame', 'sorted-btree', 'Map, sorted'].map((name) => [
    name,
    keeping(books[name]).toFixed(1),
  ]),
);
