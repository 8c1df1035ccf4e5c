import { concat, defer, NEVER, of, startWith, Subject, tap } from 'rxjs';
import { createMachine } from '../../src/connection/machine.ts';
import type { ConnectionState } from '../../src/connection/state.ts';
import { TransportError } from '../../src/errors.ts';

const connecting: ConnectionState = { _tag: 'Connecting', attempt: 0 };
const closed: ConnectionState = { _tag: 'Closed', cause: new TransportError('dropped') };

describe('createMachine', () => {
  it('starts once, with the first subscription, and tells everybody the present state', () => {
    let starts = 0;
    const machine = createMachine(
      defer(() => {
        starts += 1;
        return NEVER.pipe(startWith(connecting));
      }),
      () => undefined,
      () => undefined,
    );
    expect(machine.present()).toBeUndefined();

    const seen: ConnectionState[] = [];
    machine.state$.subscribe((state) => seen.push(state));
    machine.state$.subscribe((state) => seen.push(state));
    machine.start();

    expect(starts).toBe(1);
    expect(seen).toEqual([connecting, connecting]);
    expect(machine.present()).toBe(connecting);
    machine.close();
  });

  it('ends after its last state has been told, once, whoever ends it', () => {
    const log: string[] = [];
    const machine = createMachine(
      of(connecting, closed),
      ({ _tag }) => log.push(`to announce ${_tag}`),
      () => log.push('ended'),
    );
    machine.state$.subscribe({ next: ({ _tag }) => log.push(_tag), complete: () => log.push('complete') });
    machine.close();

    expect(log).toEqual([
      'to announce Connecting',
      'Connecting',
      'to announce Closed',
      'Closed',
      'complete',
      'ended',
    ]);
    expect(machine.present()).toBe(closed);
  });

  it('unsubscribes from its source before it tells that it is closed', () => {
    const log: string[] = [];
    const source = new Subject<ConnectionState>();
    const machine = createMachine(
      source.pipe(tap({ unsubscribe: () => log.push('let go') })),
      () => undefined,
      () => log.push('ended'),
    );
    machine.state$.subscribe(({ _tag }) => log.push(_tag));
    machine.close();
    machine.close();

    expect(log).toEqual(['let go', 'Closed', 'ended']);
  });

  it('does so in the midst of its first state as well, and tells nothing that follows', () => {
    const log: string[] = [];
    const source = concat(of(connecting), NEVER).pipe(tap({ unsubscribe: () => log.push('let go') }));
    const machine = createMachine(
      source,
      ({ _tag }) => {
        log.push(`to announce ${_tag}`);
        machine.close();
        log.push('closed');
      },
      () => log.push('ended'),
    );
    machine.state$.subscribe(({ _tag }) => log.push(_tag));

    expect(log).toEqual(['to announce Connecting', 'let go', 'Closed', 'ended', 'closed']);
  });

  it('never starts once it is closed', () => {
    const source = new Subject<ConnectionState>();
    const machine = createMachine(
      source,
      () => undefined,
      () => undefined,
    );
    machine.close();
    machine.start();

    expect(source.observed).toBe(false);
  });
});
