import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

interface Told {
  readonly id?: number;
  readonly value?: unknown;
  readonly error?: { readonly message: string; readonly code?: unknown };
  readonly name?: string;
  readonly payload?: unknown;
}

/** The official SDK, connected. */
export interface OfficialSdk {
  /** Calls a method of one of its services; rejects as it does. `{ handler: name }` stands for a handler of that name. */
  readonly call: (service: string, method: string, ...args: readonly unknown[]) => Promise<unknown>;
  /** What the handlers of a name were told so far. */
  readonly told: (name: string) => readonly unknown[];
  /** Waits for the first thing, of those that were told or will be, that is meant. */
  readonly until: (name: string, isMeant: (payload: unknown) => boolean) => Promise<unknown>;
  /** Ends it, and resolves when it has ended. */
  readonly stop: () => Promise<void>;
}

/**
 * Starts the official SDK in a process of its own, and connects it.
 *
 * @param domain host and port, to be reached over TLS
 * @param authority the file of the certificate that it trusts
 */
export const startOfficialSdk = async (domain: string, authority: string): Promise<OfficialSdk> => {
  const child = fork(join(__dirname, 'sdkProcess.mjs'), [domain], {
    execArgv: [],
    env: { PATH: process.env['PATH'], NODE_EXTRA_CA_CERTS: authority },
    timeout: 60_000,
    killSignal: 'SIGKILL',
  });
  const ended = once(child, 'exit');
  const events: { readonly name: string; readonly payload: unknown }[] = [];
  const pending = new Map<number, (told: Told) => void>();
  let count = 0;
  child.on('message', (told: Told) => {
    if (told.id !== undefined) pending.get(told.id)?.(told);
    else events.push({ name: told.name ?? '', payload: told.payload });
  });
  const call: OfficialSdk['call'] = (service, method, ...args) =>
    new Promise((resolve, reject) => {
      const id = (count += 1);
      pending.set(id, ({ error, value }) => {
        pending.delete(id);
        if (error === undefined) resolve(value);
        else reject(Object.assign(new Error(error.message), { code: error.code }));
      });
      void ended.then(() => reject(new Error(`the SDK ended before it answered ${method}`)));
      child.send({ id, service, method, args });
    });
  const told: OfficialSdk['told'] = (name) =>
    events.filter((event) => event.name === name).map(({ payload }) => payload);
  const until: OfficialSdk['until'] = async (name, isMeant) => {
    for (;;) {
      const found = told(name).find(isMeant);
      if (found !== undefined) return found;
      await once(child, 'message');
    }
  };
  await call('client', 'connect');
  return {
    call,
    told,
    until,
    stop: async () => {
      child.disconnect();
      await ended;
    },
  };
};
