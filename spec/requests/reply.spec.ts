import { mergeMap, take } from 'rxjs';
import { MessageType } from '../../src/frame.ts';
import { reply$ } from '../../src/requests/reply.ts';
import { scriptedExchange } from '../../src/testing/scriptedExchange.ts';
import { connect } from '../support/connect.ts';
import { marbles } from '../support/marbles.ts';

const { Reply, Event, Error: ErrorType } = MessageType;

describe('reply$', () => {
  it('emits the one frame that answers the number, as it is, and completes', () => {
    marbles(({ cold, expectObservable }) => {
      const exchange = scriptedExchange();
      const client = connect(exchange);
      const answers = { e: [Event, 2], o: [Reply, 4], r: [Reply, 2], n: [ErrorType, 6] } as const;
      const asked = {
        a$: client.socket$.pipe(
          take(1),
          mergeMap((socket) => reply$(socket, socket.nextSequence())),
        ),
        b$: client.socket$.pipe(
          take(1),
          mergeMap((socket) => reply$(socket, socket.nextSequence() + 2)),
        ),
      };

      cold('     -e-o-r-n-r').subscribe((step) => {
        const [m, i] = answers[step as keyof typeof answers];
        exchange.pushText(`{"m":${m},"i":${i},"n":"F","o":"no"}`);
      });
      const a = '-----(r|)';
      const b = '-------(n|)';

      expectObservable(asked.a$).toBe(a, { r: { type: Reply, sequence: 2, name: 'F', payload: 'no' } });
      expectObservable(asked.b$).toBe(b, { n: { type: ErrorType, sequence: 6, name: 'F', payload: 'no' } });
    });
  });

  it('completes empty when the socket is over first, and at once when it is over already', () => {
    marbles(({ cold, expectObservable }) => {
      const exchange = scriptedExchange();
      const client = connect(exchange);
      const asked$ = client.socket$.pipe(
        take(1),
        mergeMap((socket) => reply$(socket, socket.nextSequence())),
      );
      const late$ = client.socket$.pipe(
        take(1),
        mergeMap((socket) => cold('----(a|)').pipe(mergeMap(() => reply$(socket, socket.nextSequence())))),
      );

      cold('      --d').subscribe(() => exchange.drop());
      const asked = '--|';
      const late = ' ----|';

      expectObservable(asked$).toBe(asked);
      expectObservable(late$).toBe(late);
    });
  });
});
