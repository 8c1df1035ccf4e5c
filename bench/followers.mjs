import { fork } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { WebSocket } from 'ws';

/** Followers that wait for ever must not make the bench do so. */
const longestRun = 180_000;

const subscribe = JSON.stringify({
  m: 0,
  i: 2,
  n: 'SubscribeLevel2',
  o: JSON.stringify({ OMSId: 1, InstrumentId: 1, Depth: 10 }),
});

/** A name that nobody knows comes back with the answer. */
const longQuestion = JSON.stringify({ m: 0, i: 4, n: 'x'.repeat(100_000), o: '{}' });

/** Opens connections that follow one book and counts what comes; each is answered once before it is counted. */
const follow = () => {
  const sockets = [];
  let wanted = Infinity;
  let count = 0;
  const tell = () => {
    if (count < wanted) return;
    count -= wanted;
    wanted = Infinity;
    process.send('received');
  };
  const open = async (url) => {
    const socket = new WebSocket(url, { perMessageDeflate: false });
    socket.on('error', () => undefined);
    await once(socket, 'open');
    socket.send(subscribe);
    await once(socket, 'message');
    socket.on('message', () => {
      count += 1;
      tell();
    });
    sockets.push(socket);
  };
  const commands = {
    open: async ({ url, connections }) => {
      for (let i = 0; i < connections; i++) await open(url);
      process.send('opened');
    },
    /** One of them reads no more, and asks ten times more; each reply is as long as its question. */
    strain: () => {
      sockets[0].pause();
      for (let i = 0; i < 10; i++) sockets[0].send(longQuestion);
      process.send('strained');
    },
    expect: ({ frames }) => {
      wanted = frames;
      tell();
    },
    close: async () => {
      await Promise.all(
        sockets.splice(0).map((socket) => {
          if (socket.readyState === WebSocket.CLOSED) return undefined;
          const closed = once(socket, 'close');
          socket.resume();
          socket.terminate();
          return closed;
        }),
      );
      count = 0;
      process.send('closed');
    },
  };
  process.on('message', (command) => commands[command.does](command));
  process.on('disconnect', () => process.exit());
  setTimeout(() => process.exit(1), longestRun);
};

/**
 * Starts a process whose connections follow a book of a server in this process, so that what is measured here is the
 * server alone. It ends with this process at the latest.
 *
 * @returns what it can be told to do, each resolved when it is done: `open(url, connections)`; `received(frames)`, by
 *   all together since the last time; `strain()`, which lets one of them read nothing and ask for 1 MB; `close()`, all
 *   of them; and `stop()`.
 */
export const startFollowers = () => {
  const child = fork(import.meta.filename, ['follow'], { execArgv: [] });
  const fail = () => {
    console.error('The followers have ended');
    process.exit(1);
  };
  child.once('exit', fail);
  const tell = async (command) => {
    child.send(command);
    await once(child, 'message');
  };
  return {
    open: (url, connections) => tell({ does: 'open', url, connections }),
    strain: () => tell({ does: 'strain' }),
    received: (frames) => tell({ does: 'expect', frames }),
    close: () => tell({ does: 'close' }),
    stop: () => {
      child.off('exit', fail);
      child.disconnect();
    },
  };
};

if (process.argv[1] === import.meta.filename && process.argv[2] === 'follow') follow();
