import { timer } from 'rxjs';
import { createExchange, demoUsers } from '../../../src/simulator/index.ts';
import { marbles } from '../../support/marbles.ts';
import { dialAs } from '../support/dial.ts';

describe('a login that nobody uses', () => {
  it('runs out after an hour, and its account streams with it', () => {
    marbles(({ flush }) => {
      const exchange = createExchange();
      const call = dialAs(exchange, demoUsers[0]);
      const answers: unknown[] = [];
      const ask = (minutes: number): void => {
        timer(minutes * 60_000).subscribe(() => answers.push(call.ask('GetUserAccounts', { OMSId: 1 })));
      };
      [59, 118, 178].forEach(ask);
      flush();

      expect(answers).toEqual([[7], [7], 'Endpoint Not Found']);
      exchange.close();
    });
  });
});
