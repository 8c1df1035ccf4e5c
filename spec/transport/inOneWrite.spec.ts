import type { Socket } from 'node:net';
import { inOneWrite } from '../../src/transport/inOneWrite.ts';

const setUp = () => {
  const log: string[] = [];
  const tcp = { cork: () => log.push('cork'), uncork: () => log.push('uncork') } as unknown as Socket;
  return { log, ...inOneWrite(tcp, (text) => log.push(text)) };
};
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('inOneWrite', () => {
  it('sends the first of a turn at once, and holds the others until the turn is over', async () => {
    const { log, send } = setUp();
    send('a');
    send('b');
    send('c');
    expect(log).toEqual(['a', 'cork', 'b', 'c']);

    await turn();
    send('d');
    await turn();
    expect(log).toEqual(['a', 'cork', 'b', 'c', 'uncork', 'd', 'cork', 'uncork']);
  });

  it('sends each at once where there is no TCP socket to be seen', () => {
    const log: string[] = [];
    const { send, flush } = inOneWrite(undefined, (text) => log.push(text));
    send('a');
    send('b');
    flush();

    expect(log).toEqual(['a', 'b']);
  });

  it('has all leave at once when it is flushed, and holds nothing that was not sent', async () => {
    const { log, send, flush } = setUp();
    flush();
    expect(log).toEqual([]);

    send('a');
    flush();
    await turn();
    expect(log).toEqual(['a', 'cork', 'uncork']);
  });
});
