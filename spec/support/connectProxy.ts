import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';

/** An HTTP proxy on loopback. */
export interface ConnectProxy {
  readonly url: string;
  /** The hosts and ports that it was asked to connect to. */
  readonly targets: readonly string[];
  /** What clients sent through it first: the request that opens a WebSocket. */
  readonly openings: readonly string[];
  readonly close: () => Promise<void>;
}

/** Starts a {@link ConnectProxy}, which knows the method `CONNECT` alone. */
export const startConnectProxy = async (): Promise<ConnectProxy> => {
  const targets: string[] = [];
  const openings: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((_request, response) => response.writeHead(405).end());
  server.on('connect', ({ url = '' }, client: Socket) => {
    targets.push(url);
    const { hostname, port } = new URL(`tcp://${url}`);
    const target = connect(Number(port), hostname, () => client.write('HTTP/1.1 200 OK\r\n\r\n'));
    for (const socket of [client, target]) {
      sockets.add(socket);
      socket.on('error', () => socket.destroy()).on('close', () => sockets.delete(socket));
    }
    client.once('data', (data) => openings.push(String(data)));
    client.pipe(target).pipe(client);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    ...{ url: `http://127.0.0.1:${port}`, targets, openings },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
};
