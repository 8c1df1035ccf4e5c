import { causeIn, type ConnectionState, isOpen, socketIn, usableIn } from '../../src/connection/state.ts';
import { TransportError } from '../../src/errors.ts';
import type { Socket } from '../../src/socket.ts';

const socket = (isOver: boolean): Socket => ({ isOver: () => isOver }) as unknown as Socket;
const cause = new TransportError('dropped');
const states: Readonly<Record<ConnectionState['_tag'], ConnectionState>> = {
  Connecting: { _tag: 'Connecting', attempt: 1, cause },
  Authenticating: { _tag: 'Authenticating', attempt: 1, cause },
  Open: { _tag: 'Open', socket: socket(false) },
  Probing: { _tag: 'Probing', socket: socket(false) },
  Waiting: { _tag: 'Waiting', delay: 5, cause },
  Closed: { _tag: 'Closed', cause },
};

describe('the states of a connection', () => {
  it('have a socket to use in Open alone, and only until that is over', () => {
    const usable = Object.values(states).filter((state) => usableIn(state) !== undefined);

    expect(usable.map(({ _tag }) => _tag)).toEqual(['Open']);
    expect(Object.values(states).filter(isOpen)).toEqual(usable);
    expect(Object.values(states).filter((state) => socketIn(state) !== undefined)).toEqual([
      states.Open,
      states.Probing,
    ]);
    expect(usableIn({ _tag: 'Open', socket: socket(true) })).toBeUndefined();
    expect(usableIn(undefined)).toBeUndefined();
  });

  it('say what keeps the connection from being open', () => {
    const told = Object.values(states).filter((state) => causeIn(state) === cause);

    expect(told.map(({ _tag }) => _tag)).toEqual(['Connecting', 'Authenticating', 'Waiting', 'Closed']);
    expect(causeIn({ _tag: 'Connecting', attempt: 0 })).toBeUndefined();
  });
});
