import { createTurn } from '../../src/simulator/turn.ts';

/** A stream that writes down what is done to it. */
const streamOf = (name: string, log: string[]) => ({
  cork: () => void log.push(`${name} held`),
  uncork: () => void log.push(`${name} gone`),
});
const afterwards = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('createTurn', () => {
  it('holds each stream once, and lets all go when the work is done', async () => {
    const log: string[] = [];
    const [a, b] = [streamOf('a', log), streamOf('b', log)];
    const turn = createTurn();
    [a, b, a, b].forEach(turn.hold);
    expect(log).toEqual(['a held', 'b held']);

    await afterwards();
    expect(log).toEqual(['a held', 'b held', 'a gone', 'b gone']);
  });

  it('lets one go before the others where it is told to, and no stream twice', async () => {
    const log: string[] = [];
    const [a, b] = [streamOf('a', log), streamOf('b', log)];
    const turn = createTurn();
    [a, b].forEach(turn.hold);
    turn.letGo(a);
    turn.letGo(a);
    expect(log).toEqual(['a held', 'b held', 'a gone']);

    await afterwards();
    expect(log).toEqual(['a held', 'b held', 'a gone', 'b gone']);
  });

  it('holds again what is written to after that, within the turn or in a later one', async () => {
    const log: string[] = [];
    const a = streamOf('a', log);
    const turn = createTurn();
    turn.hold(a);
    turn.letGo(a);
    turn.hold(a);
    await afterwards();
    turn.hold(a);
    await afterwards();

    expect(log).toEqual(['a held', 'a gone', 'a held', 'a gone', 'a held', 'a gone']);
  });
});
