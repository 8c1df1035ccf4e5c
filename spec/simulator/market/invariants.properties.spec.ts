import fc from 'fast-check';
import { freshMarket, fullScript, opening, performFully } from './fullScript.ts';
import { right } from './script.ts';
import { createWitness } from './witness.ts';

const sound = {
  moneyMadeOrLost: [],
  crossedBooks: [],
  queueJumped: [],
  terminalLeft: [],
  holdsOff: [],
};

/** The ids of the orders that a reply says were accepted. */
const acceptedBy = (reply: unknown): readonly number[] => {
  const { OrderId, ReplacementOrderId } = (reply ?? {}) as Readonly<Record<string, number | undefined>>;
  return [OrderId, ReplacementOrderId].filter((id) => id !== undefined);
};

describe('whatever is asked of a market, over 1,000 random scripts of every kind of order', () => {
  it('money is conserved with its fees, no frame leaves a crossed book, priority is kept, each accepted order ends once, holds equal open orders', () => {
    let runs = 0;
    fc.assert(
      fc.property(fullScript, (actions) => {
        runs += 1;
        const stage = freshMarket();
        const { market } = stage;
        const everybody = market.accounts().map(({ AccountId }) => AccountId);
        const witness = createWitness(everybody.flatMap((id) => right(market.positions(id))));
        const unheard: number[] = [];
        for (const action of [...opening, ...actions]) {
          const { reply, events } = performFully(stage, action);
          witness.hear(events);
          unheard.push(...acceptedBy(reply).filter((id) => !witness.isKnown(id)));
        }
        witness.hear(market.cancelAllOrders({ accountIds: everybody }).events);
        expect({ ...witness.faults, working: witness.working(), unheard }).toEqual({
          ...sound,
          working: [],
          unheard: [],
        });
      }),
      { numRuns: 1000 },
    );
    expect(runs).toBeGreaterThanOrEqual(1000);
  });
});
