import { of, throwError } from 'rxjs';
import { ConnectionLost, Denied } from '../../src/errors.ts';
import { addGuard, admitted$, deniedBy } from '../../src/requests/guards.ts';
import { scriptedExchange } from '../../src/testing/scriptedExchange.ts';
import { connect } from '../support/connect.ts';

const denied = new Denied('SendOrder', 'open', 'enough are open');

describe('guards', () => {
  it('hold for every copy of a client, and for no other connection', () => {
    const client = connect(scriptedExchange());
    addGuard({ ...client }, (call) => (call === 'SendOrder' ? denied : undefined));

    expect(deniedBy(client, 'SendOrder', {})).toBe(denied);
    expect(deniedBy(client, 'CancelOrder', {})).toBeUndefined();
    expect(deniedBy(connect(scriptedExchange()), 'SendOrder', {})).toBeUndefined();
  });

  it('are asked in turn, until one says no', () => {
    const client = connect(scriptedExchange());
    const asked: string[] = [];
    addGuard(client, () => void asked.push('first'));
    addGuard(client, () => (asked.push('second'), denied));
    addGuard(client, () => void asked.push('third'));

    expect(deniedBy(client, 'SendOrder', {})).toBe(denied);
    expect(asked).toEqual(['first', 'second']);
  });
});

describe('admitted$', () => {
  const countTo = (outcome: 'done' | 'unsent' | 'doubt') => {
    const client = connect(scriptedExchange());
    let asked = 0;
    addGuard(client, () => {
      asked += 1;
      return undefined;
    });
    const command$ =
      outcome === 'done'
        ? of('reply')
        : throwError(() => new ConnectionLost('SendOrder', outcome === 'doubt', 'lost'));
    const admitted = admitted$(client, 'SendOrder', {}, command$);
    admitted.subscribe({ error: () => undefined });
    admitted.subscribe({ error: () => undefined });
    return asked;
  };

  it('asks once about what was let out, whether it was answered or not', () => {
    expect(countTo('done')).toBe(1);
    expect(countTo('doubt')).toBe(1);
  });

  it('asks again about what never left', () => {
    expect(countTo('unsent')).toBe(2);
  });

  it('sends nothing where a guard says no', () => {
    const client = connect(scriptedExchange());
    addGuard(client, () => denied);
    const errors: unknown[] = [];
    let isSent = false;
    const command$ = of(1);
    admitted$(client, 'SendOrder', {}, command$).subscribe({
      next: () => (isSent = true),
      error: (error: unknown) => errors.push(error),
    });
    expect({ isSent, errors }).toEqual({ isSent: false, errors: [denied] });
  });
});
