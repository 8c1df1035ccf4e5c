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

  it('lets through of what was held back what is still wanted of it, and of what comes later all', () => {
    const seen: number[] = [];
    const { pass, open } = createGate((item: number) => seen.push(item));
    for (const item of [1, 2, 3]) pass(item);

    open((item) => (item > 1 ? 10 * item : undefined));
    pass(1);

    expect(seen).toEqual([20, 30, 1]);
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
