import { expectTypeOf } from 'expect-type';
import type { Level2Row } from '../../src/codec/records/Level2Row.ts';
import { type Frame, MessageType } from '../../src/frame.ts';
import { Level2UpdateEvent } from '../../src/testing/events.ts';
import { pushedEvent } from '../../src/testing/pushedEvent.ts';
import { type Script, scriptedExchange } from '../../src/testing/scriptedExchange.ts';
import type { Wire } from '../../src/transport/transport.ts';

const ping = '{"m":0,"i":2,"n":"Ping","o":"{}"}';

const dial = (script?: Script) => {
  const exchange = scriptedExchange(script);
  const wires: Wire[] = [];
  const heard: string[] = [];
  const ends: unknown[] = [];
  exchange.transport('ws://exchange.example').subscribe({
    next: (wire) => {
      wires.push(wire);
      wire.message$.subscribe({
        next: (text) => heard.push(String(text)),
        complete: () => ends.push('over'),
      });
    },
    error: (error: unknown) => ends.push((error as Error).message),
    complete: () => ends.push('complete'),
  });
  return { exchange, wire: () => wires[0], heard, ends };
};

describe('scriptedExchange', () => {
  it.each([
    [{ answers: {} }, 'answers should be left out, as the options are opens, answer, but is an object'],
    [{ answer: {} }, 'answer should be a function but is an object'],
    [{ opens: 'no' }, 'opens should be a boolean but is a string'],
  ])('refuses a script that cannot be meant, at once and later: %j', (script, message) => {
    expect(() => scriptedExchange(script as Script)).toThrow(RangeError);
    expect(() => scriptedExchange(script as Script)).toThrow(
      `The options of scriptedExchange cannot be meant: ${message}`,
    );
    expect(() => scriptedExchange().script(script as Script)).toThrow(
      `The options of script cannot be meant: ${message}`,
    );
  });

  it('opens where a script leaves open whether it does', () => {
    const wires: Wire[] = [];
    scriptedExchange({ opens: undefined } as object)
      .transport('')
      .subscribe((wire) => wires.push(wire));
    expect(wires).toHaveLength(1);
  });

  it('keeps what it is sent, tells it, and answers by its script', () => {
    const { exchange, wire, heard } = dial({ answer: ({ name }) => ({ name }) });
    const told: Frame[] = [];
    exchange.received$.subscribe((frame) => told.push(frame));
    wire()?.send(ping);
    expect(told).toEqual([{ type: MessageType.Request, sequence: 2, name: 'Ping', payload: {} }]);
    expect(exchange.received).toEqual(told);
    expect(exchange.names()).toEqual(['Ping']);
    expect(heard).toEqual(['{"m":1,"i":2,"n":"Ping","o":"{\\"name\\":\\"Ping\\"}"}']);
  });

  it('pushes an event with what it tells, and the compiler knows of what type that is', () => {
    const { exchange, heard } = dial();
    exchange.push(pushedEvent<{ readonly Value: number }>('IndexUpdateEvent'), { Value: 1 });
    exchange.push({ name: 'IndexUpdateEvent', payload: { Value: 1 } });
    expect(heard).toEqual(Array(2).fill('{"m":3,"i":0,"n":"IndexUpdateEvent","o":"{\\"Value\\":1}"}'));

    expectTypeOf(Level2UpdateEvent.payload).toEqualTypeOf<readonly Level2Row[] | undefined>();
    // @ts-expect-error: rows are lists
    const wrong = (): void => exchange.push(Level2UpdateEvent, [{ Price: 1 }]);
    expect(wrong).toBeInstanceOf(Function);
  });

  it('answers later, with an error too, and throws where nothing was asked', () => {
    const { exchange, wire, heard } = dial();
    expect(() => exchange.reply('Ping', {})).toThrow('Ping was not received');
    wire()?.send(ping);
    exchange.reply('Ping', 'no', MessageType.Error);
    expect(heard).toEqual(['{"m":5,"i":2,"n":"Ping","o":"no"}']);
  });

  it('opens when it is told, and is lost with a cause', () => {
    const { exchange, wire, ends } = dial({ opens: false });
    expect([exchange.open(), wire()]).toEqual([1, undefined]);
    exchange.accept();
    exchange.drop('pulled');
    expect(ends).toEqual(['over', 'pulled']);
    expect(wire()?.cause?.()?.message).toBe('pulled');
    expect([exchange.open(), exchange.sockets()]).toEqual([0, 1]);
    expect(() => exchange.drop()).toThrow('no socket is open');
  });

  it('ends without an error where the client closes, and another script holds from then on', () => {
    const { exchange, wire, ends } = dial();
    wire()?.close();
    expect(ends).toEqual(['over', 'complete']);
    exchange.script({ opens: false });
    exchange.transport('ws://exchange.example').subscribe(() => ends.push('opened'));
    expect(ends).toHaveLength(2);
  });
});
