import { asyncScheduler } from 'rxjs';
import { createTrafficWatch, type Traffic } from '../../src/connection/traffic.ts';
import { readFrame } from '../../src/frame.ts';
import { GetInstruments, passwordLogin, Ping, request$ } from '../../src/index.ts';
import { scriptedExchange } from '../../src/testing/scriptedExchange.ts';
import { connect } from '../support/connect.ts';
import { marbles } from '../support/marbles.ts';

const ping = '{"m":0,"i":2,"n":"Ping","o":"{}"}';
const pong = '{"m":1,"i":2,"n":"Ping","o":"{\\"msg\\":\\"PONG\\"}"}';
const answer = ({ name }: { readonly name: string }) => (name === 'Ping' ? { msg: 'PONG' } : undefined);

describe('traffic$', () => {
  it('tells every message both ways, in order, on one socket after another, and completes at close', () => {
    marbles(({ cold, expectObservable }) => {
      const exchange = scriptedExchange({ answer });
      const client = connect(exchange);
      cold('--p---------p').subscribe(() => request$(client, Ping, {}).subscribe());
      cold('----d').subscribe(() => exchange.drop());
      cold('-----------------n').subscribe(() => exchange.pushText('no frame'));
      cold('--------------------c').subscribe(() => client.close());

      expectObservable(client.traffic$).toBe('--(oi)------(pj)-n--|', {
        o: { at: 2, socket: 1, direction: 'out', text: ping },
        i: { at: 2, socket: 1, direction: 'in', text: pong },
        p: { at: 12, socket: 2, direction: 'out', text: ping },
        j: { at: 12, socket: 2, direction: 'in', text: pong },
        n: { at: 17, socket: 2, direction: 'in', text: 'no frame' },
      });
    });
  });

  it('tells a message before what is done about it', () => {
    const exchange = scriptedExchange({ answer });
    const client = connect(exchange);
    const log: string[] = [];
    client.traffic$.subscribe(({ direction, text }) => log.push(`${direction} ${text.slice(0, 6)}`));
    request$(client, Ping, {}).subscribe(() => log.push('answered'));
    client.close();
    expect(log).toEqual(['out {"m":0', 'in {"m":1', 'answered']);
  });

  it('shows no secret of a login, and what it shows is a frame all the same', () => {
    const exchange = scriptedExchange({
      answer: () => ({ Authenticated: true, SessionToken: 'MARK-token' }),
    });
    const client = connect(exchange, {
      authenticate: passwordLogin({ username: 'ana', password: 'MARK-password' }),
    });
    const told: Traffic[] = [];
    client.traffic$.subscribe((message) => told.push(message));
    client.state$.subscribe();
    client.close();
    expect(told.map(({ direction }) => direction)).toEqual(['out', 'in']);
    expect(JSON.stringify(told)).not.toContain('MARK');
    expect(told.map(({ text }) => readFrame(text)._tag)).toEqual(['Right', 'Right']);
  });

  it('does not open the connection, and completes where that is closed unopened', () => {
    const exchange = scriptedExchange();
    const client = connect(exchange);
    let isOver = false;
    client.traffic$.subscribe({ complete: () => (isOver = true) });
    expect(exchange.sockets()).toBe(0);
    client.close();
    expect(isOver).toBe(true);
  });

  it('costs nothing while nobody listens: no text is looked through, no clock is read', () => {
    let looks = 0;
    const watched = new Proxy(new String(pong), {
      get: (text, key) => {
        looks += 1;
        return Reflect.get(text, key) as unknown;
      },
    }) as string;
    const { traffic$, nextSocket } = createTrafficWatch();
    const tell = nextSocket();
    const readClock = jest.spyOn(asyncScheduler, 'now');
    tell('in', watched);
    traffic$.subscribe().unsubscribe();
    tell('in', watched);
    expect([looks, readClock.mock.calls.length]).toEqual([0, 0]);

    traffic$.subscribe({ error: () => undefined });
    expect(() => tell('in', watched)).toThrow();
    expect(looks).toBeGreaterThan(0);
    expect(readClock).toHaveBeenCalledTimes(1);
    jest.restoreAllMocks();
  });

  it('is the same for a copy of a client', () => {
    const exchange = scriptedExchange();
    const client = { ...connect(exchange) };
    const told: Traffic[] = [];
    client.traffic$.subscribe((message) => told.push(message));
    request$(client, GetInstruments, {}).subscribe({ error: () => undefined });
    client.close();
    expect(told).toHaveLength(1);
  });
});
