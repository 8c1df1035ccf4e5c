import process from 'node:process';
import { measureIfAlone, runAlone } from './alone.mjs';
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
const raceClients = (names, { snapshot, frames }) => {
  const open = names.map((name) => [name, clients[name](snapshot)]);
  const competitors = { parse: (i) => twice(frames[i % frameCount].text) };
  for (const [name, { push, last }] of open) {
    let next = 0;
    competitors[name] = () => {
      push(frames[next++ % frameCount].text);
      return last();
    };
  }
  // Short rounds and many: a disturbance is then of few of them.
  const results = compare(competitors, { rounds: 101, milliseconds: 2 });
  for (const [, { close }] of open) close();
  return results;
};
const measure = (levels) => {
  const { snapshot, frames } = market(levels, frameCount);
  // Apart, as what the sorted Map leaves to the collector would be charged to all.
  const [ours, others] = [Object.keys(books).slice(0, 2), Object.keys(books).slice(2)];
  return { ...race(others, { snapshot, frames }), ...race(ours, { snapshot, frames }) };
};

await measureIfAlone((name, levels) => raceClients([name], market(Number(levels), frameCount)));

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
/** By levels: what each of them costs, and what it costs above the first, which is the way of a message alone. */
const printClients = (title, names, ofClients) => {
  const cost = (results, name) => {
    const above = results[name].ratio - results[names[0]].ratio;
    return name === names[0]
      ? results[name].ratio.toFixed(2)
      : `${results[name].ratio.toFixed(2)} (${above.toFixed(2)})`;
  };
  printTable(
    `${title}; in brackets what is above ${names[0]}`,
    ['levels a side', ...names],
    ofClients.map(({ levels, results }) => [levels, ...names.map((name) => cost(results, name))]),
  );
  const [fewest, mostLevels] = [ofClients[0].results, ofClients.at(-1).results];
  printTable(
    `Growth from ${sizes[0]} to ${sizes.at(-1)} levels of the whole way`,
    ['', 'growth'],
    names.map((name) => [name, (mostLevels[name].ratio / fewest[name].ratio).toFixed(1)]),
  );
};
const together = (names) =>
  sizes.map((levels) => ({ levels, results: raceClients(names, market(levels, frameCount)) }));
const apart = async (names) => {
  const measuredApart = [];
  for (const levels of sizes) {
    let results = {};
    for (const name of names)
      results = { ...results, ...(await runAlone(import.meta.filename, name, String(levels))) };
    measuredApart.push({ levels, results });
  }
  return measuredApart;
};
const plain = ['rows alone', 'subscribe$', 'touch$', 'orderBook$'];
const frames = 'The same frames as text into a client, over a transport in memory';
printClients(`${frames}, each client in a process of its own`, plain, await apart(plain));
printClients(`${frames}, all in one process`, plain, together(plain));
// Apart, as what they leave to the collector would be charged to all.
const exactly = ['exact subscribe$', 'exact touch$', 'exact orderBook$'];
printClients('The same in one process, read to the last digit', exactly, together(exactly));
console.log('\n* linear search from the best; what it hands out changes under its reader');

const memory = () => {
  globalThis.gc?.();
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
};
const kept = 1000;
const keptLevels = 500;
/** How much more is held once so many are kept of what each frame makes. */
const keeping = (create) => {
  const { snapshot, frames } = market(keptLevels, 4 * kept);
  const take = create(snapshot);
  for (const frame of frames.slice(kept)) take(frame);
  const before = memory();
  const last = frames.slice(0, kept).map((frame) => take(frame));
  const after = memory();
  globalThis.benchSink = last;
  return (after - before) / 2 ** 20;
};
const ofBook = (name) => (snapshot) => {
  const { apply } = books[name]();
  apply(snapshot);
  return ({ rows }) => apply(rows);
};
const ofClient = (name) => (snapshot) => {
  const { push, last } = clients[name](snapshot);
  return ({ text }) => {
    push(text);
    return last();
  };
};
printTable(
  `The last ${kept} views of a book of ${keptLevels} levels a side, all kept`,
  ['', 'MB'],
  [
    ...['book, a view a frame', 'sorted-btree', 'Map, sorted'].map((name) => [name, ofBook(name)]),
    ['orderBook$', ofClient('orderBook$')],
  ].map(([name, create]) => [name, keeping(create).toFixed(1)]),
);
