import { EventEmitter } from 'node:events';
import { Subject } from 'rxjs';
import { createStopSignal } from '../../src/cli/stopSignal.ts';
import { marbles } from '../support/marbles.ts';

const createProcess = (env: Readonly<Record<string, string>> = {}) =>
  Object.assign(new EventEmitter(), { ppid: 7, env });

describe('createStopSignal', () => {
  it('catches no signal before somebody subscribes, nor after the end', () => {
    const process = createProcess();
    const ended$ = new Subject<void>();
    const stop$ = createStopSignal(ended$, process);
    const heard: string[] = [];
    expect(process.listenerCount('SIGINT')).toBe(0);

    stop$.subscribe((signal) => heard.push(signal)).unsubscribe();
    expect(process.listenerCount('SIGINT')).toBe(1);
    stop$.subscribe((signal) => heard.push(signal));
    process.emit('SIGTERM');
    process.emit('SIGINT');
    expect(heard).toEqual(['SIGTERM', 'SIGINT']);
    expect(process.listenerCount('SIGINT')).toBe(1);

    ended$.next();
    expect([process.listenerCount('SIGINT'), process.listenerCount('SIGTERM')]).toEqual([0, 0]);
  });

  it('takes the end of its parent for SIGTERM under npm, and keeps no timer after the end', () => {
    marbles(({ cold, expectObservable }) => {
      const process = createProcess({ npm_command: 'exec' });
      const ended$ = cold('2s x');
      cold('600ms x').subscribe(() => (process.ppid = 1));
      expectObservable(createStopSignal(ended$, process)).toBe('750ms a 1249ms |', { a: 'SIGTERM' });
    });
  });

  it('does not look at its parent elsewhere', () => {
    marbles(({ cold, expectObservable }) => {
      const process = createProcess();
      cold('600ms x').subscribe(() => (process.ppid = 1));
      expectObservable(createStopSignal(cold('2s x'), process)).toBe('2s |');
    });
  });
});
