import { createGate } from '../../src/streams/gate.ts';

describe('createGate', () => {
  it('holds back what comes before it is opened, and passes what comes later at once', () => {
    const seen: number[] = [];
    const { pass, open } = createGate((item: number) => seen.push(item));
    pass(1);
    pass(2);
    expect(seen).toEqual([]);

    open();
    pass(3);

    expect(seen).toEqual([1, 2, 3]);
  });

  it('drops of what was held back what is not wanted, and of what comes later nothing', () => {
    const seen: number[] = [];
    const { pass, open } = createGate((item: number) => seen.push(item));
    for (const item of [1, 2, 3]) pass(item);

    open((item) => item > 2);
    pass(1);

    expect(seen).toEqual([3, 1]);
  });

  it('lets what comes while it is being opened wait for what came before', () => {
    const seen: number[] = [];
    const gate = createGate((item: number) => {
      seen.push(item);
      if (item < 10) gate.pass(10 * item);
    });
    gate.pass(1);
    gate.pass(2);

    gate.open();

    expect(seen).toEqual([1, 2, 10, 20]);
  });
});
