import { withConnectionLog } from '../../src/cli/connectionLog.ts';
import { withScript } from '../../src/cli/withScript.ts';
import { createExchange } from '../../src/simulator/index.ts';
import { dial } from '../simulator/support/dial.ts';
import { marbles } from '../support/marbles.ts';

describe('withScript', () => {
  it('plays once, from the first connection on, and leaves the rest of the exchange as it was', () => {
    marbles(({ cold, flush }) => {
      const log: string[] = [];
      const original = createExchange();
      const exchange = withScript(original, { lasts: 50, faults: [{ after: 10, does: 'drop' }] }, (line) =>
        log.push(line),
      );
      const ends: number[] = [];
      const connect = (): void => {
        const connected = exchange.connect({
          send: () => undefined,
          drop: (code) => {
            ends.push(code);
            connected.end();
          },
        });
      };
      cold('100ms x').subscribe(connect);
      cold('105ms x').subscribe(() => expect(ends).toEqual([]));
      cold('111ms x').subscribe(() => {
        expect(ends).toEqual([1006]);
        connect();
      });
      flush();

      expect(ends).toEqual([1006]);
      expect(log).toEqual(['the script of faults begins, for 50 ms', 'the script of faults is over']);
      expect(exchange.isMuted).toBe(false);
      expect(exchange.limits).toBe(original.limits);
      exchange.close();
      expect(ends).toEqual([1006, 1001]);
    });
  });
});

describe('withConnectionLog', () => {
  it('tells of each connection once when it begins and once when it ends', () => {
    const log: string[] = [];
    const exchange = withConnectionLog(createExchange(), (line) => log.push(line));
    const [first, second] = [1, 2].map(() =>
      exchange.connect({ send: () => undefined, drop: () => undefined }),
    );
    second?.end();
    second?.end();
    first?.end();

    expect(log).toEqual([
      'connection 1 opened',
      'connection 2 opened',
      'connection 2 closed',
      'connection 1 closed',
    ]);
    expect(dial(exchange).ask('Ping')).toEqual({ msg: 'PONG' });
  });
});
