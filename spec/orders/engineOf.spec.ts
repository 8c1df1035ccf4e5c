import { timer } from 'rxjs';
import { type Hold, holdEngine } from '../../src/orders/engineOf.ts';
import { marbles } from '../support/marbles.ts';
import { session } from './support/scripted.ts';

type Session = ReturnType<typeof session>;

/** What is counted after these things were done, at these times. */
const after = (acts: Readonly<Record<number, (one: Session) => void>>, closesAt = 1_000): Session => {
  let made: Session | undefined;
  marbles(({ flush }) => {
    const one = session(undefined, closesAt);
    made = one;
    for (const [time, act] of Object.entries(acts)) timer(Number(time)).subscribe(() => act(one));
    flush();
  });
  if (made === undefined) throw new Error('nothing was done');
  return made;
};

describe('holdEngine', () => {
  it('gives one engine for each account, to all copies of a client', () => {
    after({
      1: ({ client }) => {
        const [one, copy, other] = [
          holdEngine(client, 7),
          holdEngine({ ...client }, 7),
          holdEngine(client, 8),
        ];
        expect(copy.engine).toBe(one.engine);
        expect(other.engine).not.toBe(one.engine);
      },
    });
  });

  it('goes on when somebody comes in the same turn as the last leaves, and ends when nobody does', () => {
    const holds: Hold[] = [];
    const { count } = after({
      1: ({ client }) => holds.push(holdEngine(client, 7)),
      5: ({ client }) => {
        holds[0]?.end.unsubscribe();
        holds.push(holdEngine(client, 7));
      },
      9: () => holds[1]?.end.unsubscribe(),
      20: ({ client }) => holds.push(holdEngine(client, 7)),
    });
    expect(holds[1]?.engine).toBe(holds[0]?.engine);
    expect(holds[2]?.engine).not.toBe(holds[0]?.engine);
    expect(holds[0]?.engine.life.closed).toBe(true);
    expect(count('UnSubscribeAccountEvents')).toBe(1);
    expect(count('SubscribeAccountEvents')).toBe(2);
  });

  it('goes on until the client is closed once it is kept', () => {
    const holds: Hold[] = [];
    after({
      1: ({ client }) => {
        const hold = holdEngine(client, 7);
        hold.keep();
        hold.end.unsubscribe();
        holds.push(hold);
      },
      50: () => expect(holds[0]?.engine.life.closed).toBe(false),
    });
    expect(holds[0]?.engine.life.closed).toBe(true);
  });

  it('is audited while somebody wants that, and not for those who do not', () => {
    let hold: Hold | undefined;
    const { count } = after(
      {
        1: ({ client }) => holdEngine(client, 7, { audit: false }),
        61_000: ({ client, count: so }) => {
          expect(so('GetOpenOrders')).toBe(1);
          hold = holdEngine(client, 7);
        },
        130_000: () => hold?.end.unsubscribe(),
      },
      300_000,
    );
    // At the restoration, at once as it was overdue, and a minute later.
    expect(count('GetOpenOrders')).toBe(3);
  });
});
