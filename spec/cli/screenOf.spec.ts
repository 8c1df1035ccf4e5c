import { EventEmitter } from 'node:events';
import { screenOf, showsColours } from '../../src/cli/screenOf.ts';

const createOutput = (size: { readonly isTTY?: boolean; columns?: number; rows?: number }) =>
  Object.assign(new EventEmitter(), size, { write: () => true });

const createProcess = () => {
  const kills: unknown[] = [];
  const kill = (pid: number, signal: string): void => void kills.push([pid, signal]);
  return Object.assign(new EventEmitter(), { pid: 7, kill, kills });
};

describe('screenOf', () => {
  it.each([
    ['a pipe', {}, {}],
    ['a terminal that is dumb', { isTTY: true }, { TERM: 'dumb' }],
  ])('is nothing for %s', (_, output, environment) => {
    expect(screenOf(createOutput(output), createProcess(), environment)).toBeUndefined();
  });

  it('tells the size at once and after each change, and 80 by 24 where there is none', () => {
    const output = createOutput({ isTTY: true, columns: 0 });
    const sizes: unknown[] = [];
    const following = screenOf(output, createProcess(), {})?.size$.subscribe((size) => sizes.push(size));
    Object.assign(output, { columns: 100, rows: 40 }).emit('resize');
    following?.unsubscribe();
    expect(sizes).toEqual([
      { columns: 80, rows: 24 },
      { columns: 100, rows: 40 },
    ]);
    expect(output.listenerCount('resize')).toBe(0);
  });

  it('does what is to be done at the exit, unless that is called off', () => {
    const leaving = createProcess();
    const screen = screenOf(createOutput({ isTTY: true }), leaving, {});
    const done: string[] = [];
    screen?.atExit(() => done.push('first'));
    screen?.atExit(() => done.push('second'))();
    leaving.emit('exit');
    expect(done).toEqual(['first']);
  });
});

describe('aroundStop', () => {
  it('does what is to be done before the process stops, then stops it, and the rest when it goes on', () => {
    const leaving = createProcess();
    const done: string[] = [];
    const callOff = screenOf(createOutput({ isTTY: true }), leaving, {})?.aroundStop(
      () => done.push('before'),
      () => done.push('after'),
    );
    leaving.emit('SIGTSTP');
    expect([done, leaving.kills]).toEqual([['before'], [[7, 'SIGSTOP']]]);
    leaving.emit('SIGCONT');
    expect(done).toEqual(['before', 'after']);
    callOff?.();
    expect(leaving.listenerCount('SIGTSTP') + leaving.listenerCount('SIGCONT')).toBe(0);
  });
});

describe('showsColours', () => {
  it.each([
    ['a terminal', { isTTY: true }, {}, true],
    ['a terminal with an empty NO_COLOR', { isTTY: true }, { NO_COLOR: '' }, true],
    ['a terminal with NO_COLOR', { isTTY: true }, { NO_COLOR: '0' }, false],
    ['a terminal that is dumb', { isTTY: true }, { TERM: 'dumb' }, false],
    ['a pipe', {}, {}, false],
  ])('of %s', (_, output, environment, shows) => {
    expect(showsColours(createOutput(output), environment)).toBe(shows);
  });
});
