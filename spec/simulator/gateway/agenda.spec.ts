import { createAgenda } from '../../../src/simulator/gateway/agenda.ts';

describe('the agenda', () => {
  it('does work at once', () => {
    const done: string[] = [];
    createAgenda().run(() => done.push('a'));

    expect(done).toEqual(['a']);
  });

  it('does what comes up during work after it, in order', () => {
    const agenda = createAgenda();
    const done: string[] = [];
    agenda.run(() => {
      agenda.run(() => {
        agenda.run(() => done.push('d'));
        done.push('b');
      });
      agenda.run(() => done.push('c'));
      done.push('a');
    });

    expect(done).toEqual(['a', 'b', 'c', 'd']);
  });

  it('goes on after work that throws', () => {
    const agenda = createAgenda();
    const done: string[] = [];

    expect(() =>
      agenda.run(() => {
        throw new Error('no');
      }),
    ).toThrow('no');
    agenda.run(() => done.push('a'));

    expect(done).toEqual(['a']);
  });
});
