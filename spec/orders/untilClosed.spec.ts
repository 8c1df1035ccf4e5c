import { map, NEVER, type Observable, of, timer } from 'rxjs';
import { untilClosed } from '../../src/orders/untilClosed.ts';
import { connect } from '../support/connect.ts';
import { marbles } from '../support/marbles.ts';
import { scriptedExchange } from '../../src/testing/scriptedExchange.ts';

const open = () => {
  const client = connect(scriptedExchange());
  client.state$.subscribe();
  return client;
};

describe('untilClosed', () => {
  it('has the last word when the client is closed, and ends what goes on behind it', () => {
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const client = open();
      const command = cold('s--p------d|');
      cold('    -----c').subscribe(() => client.close());
      const expected = '    s--p-(u|)';

      expectObservable(command.pipe(untilClosed<string>(client, 'u'))).toBe(expected);
      expectSubscriptions(command.subscriptions).toBe('^----!');
    });
  });

  it('leaves alone what has ended before', () => {
    marbles(({ cold, expectObservable }) => {
      const client = open();
      cold('-----c').subscribe(() => client.close());

      expectObservable(cold('s-d|').pipe(untilClosed<string>(client, 'u'))).toBe('s-d|');
    });
  });

  it('says so at once of a client that is closed already, unless the command has said its own last word', () => {
    const client = open();
    client.close();
    const said = (command$: Observable<string>): readonly string[] => {
      const words: string[] = [];
      command$.pipe(untilClosed<string>(client, 'closed')).subscribe((word) => words.push(word));
      return words;
    };

    expect(said(NEVER)).toEqual(['closed']);
    expect(said(timer(0).pipe(map(() => 'late')))).toEqual(['closed']);
    expect(said(of('not sent'))).toEqual(['not sent']);
  });
});
