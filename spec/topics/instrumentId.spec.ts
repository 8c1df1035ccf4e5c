import { sampleText } from '../support/samples.ts';
import { connect } from '../support/connect.ts';
import { inner } from '../../src/connection/inner.ts';
import { askOn } from '../../src/requests/ask.ts';
import { instrumentId$, settleInstrument } from '../../src/topics/instrumentId.ts';
import { scriptedExchange } from '../../src/testing/scriptedExchange.ts';

const list = sampleText('functions/GetInstruments.reply.03.json');

const setUp = (answers: readonly (string | undefined)[]) => {
  const left = [...answers];
  const exchange = scriptedExchange({ answer: () => left.shift() });
  const client = connect(exchange);
  const keptOpen = client.socket$.subscribe();
  const seen: unknown[] = [];
  const socket = client.currentSocket();
  if (socket === undefined) throw new Error('it is not open');
  const ask = askOn(socket, client[inner]);
  const look = (params: { readonly Symbol: string; readonly OMSId?: number }) =>
    instrumentId$(ask, params, 'SubscribeLevel2').subscribe({
      next: (id) => seen.push(id),
      error: (error: unknown) => seen.push((error as Error).message),
    });
  const close = (): void => {
    keptOpen.unsubscribe();
    client.close();
  };
  return { exchange, seen, look, close };
};

describe('instrumentId$', () => {
  it('is not needed where the id is given', () => {
    expect(settleInstrument('SubscribeLevel2', { InstrumentId: 7 }, (id) => id)).toEqual({
      _tag: 'Known',
      settled: 7,
    });
    expect(settleInstrument('SubscribeLevel2', { Symbol: 'BTCUSD' }, (id) => id)).toMatchObject({
      _tag: 'Sought',
    });
  });

  it('takes of two instruments with one symbol the one that is running and enabled', () => {
    const of = (InstrumentId: number, fields: object) => ({ InstrumentId, Symbol: 'BTCUSD', ...fields });
    const twice = (...fields: readonly object[]) => {
      const { seen, look, close } = setUp([JSON.stringify(fields.map((one, at) => of(at + 1, one)))]);
      look({ Symbol: 'BTCUSD' });
      close();
      return seen;
    };
    expect(twice({ SessionStatus: 'Stopped' }, { SessionStatus: 'Running' })).toEqual([2]);
    expect(twice({ IsDisable: true }, { IsDisable: false })).toEqual([2]);
    expect(twice({ SessionStatus: 'Stopped' })).toEqual([1]);
    const both = 'the symbol of one instrument, not of 1 and 2 (give an InstrumentId), but is "BTCUSD"';
    expect(twice({}, {})).toEqual([
      `SubscribeLevel2 was not sent: Symbol should be ${both}. Correct the call.`,
    ]);
  });

  it('needs an id and a symbol of each, and passes over what has none', () => {
    const rows = [null, { Symbol: 'X' }, { InstrumentId: '7', Symbol: 'BTCUSD', PriceIncrement: 'odd' }];
    const { seen, look, close } = setUp([JSON.stringify(rows)]);
    look({ Symbol: 'BTCUSD' });
    expect(seen).toEqual([7]);
    close();
  });

  it('asks for the list once, and knows every symbol then', () => {
    const { exchange, seen, look, close } = setUp([list]);
    look({ Symbol: 'BTCUSD' });
    look({ Symbol: 'ETHUSD' });
    look({ Symbol: 'LTCUSD', OMSId: 1 });
    expect(seen).toEqual([1, 2, 3]);
    expect(exchange.names()).toEqual(['GetInstruments']);
    close();
  });

  it('shares the question while it is under way', () => {
    const { exchange, seen, look, close } = setUp([undefined]);
    look({ Symbol: 'BTCUSD' });
    look({ Symbol: 'ETHUSD' });
    expect(exchange.names()).toEqual(['GetInstruments']);
    exchange.reply('GetInstruments', list);
    expect(seen).toEqual([1, 2]);
    close();
  });

  it('asks once more for a symbol that is not in the list', () => {
    const { exchange, seen, look, close } = setUp([list, list.replace('LTCUSD', 'NEWUSD')]);
    look({ Symbol: 'BTCUSD' });
    look({ Symbol: 'NEWUSD' });
    expect(seen).toEqual([1, 3]);
    expect(exchange.names()).toEqual(['GetInstruments', 'GetInstruments']);
    close();
  });

  it('names the symbol that the exchange does not know', () => {
    const { seen, look, close } = setUp([list]);
    look({ Symbol: 'NOPE' });
    expect(seen).toEqual([
      'SubscribeLevel2 was not sent: Symbol should be the symbol of an instrument but is "NOPE". Correct the call.',
    ]);
    close();
  });

  it('says which symbols may have been meant', () => {
    const { seen, look, close } = setUp([list]);
    look({ Symbol: 'BTC-USD' });
    expect(seen).toEqual([
      'SubscribeLevel2 was not sent: Symbol should be the symbol of an instrument, such as BTCUSD or LTCUSD, but is "BTC-USD". Correct the call.',
    ]);
    close();
  });

  it('asks again after a failure', () => {
    const { seen, look, close } = setUp(['{"result":false,"errormsg":"Server Error","errorcode":102}', list]);
    look({ Symbol: 'BTCUSD' });
    look({ Symbol: 'BTCUSD' });
    expect(seen).toEqual(['GetInstruments was refused: Server Error (code 102)', 1]);
    close();
  });

  it('asks apart for each order system', () => {
    const { exchange, seen, look, close } = setUp([
      list,
      list.replace('"InstrumentId":1', '"InstrumentId":11'),
    ]);
    look({ Symbol: 'BTCUSD' });
    look({ Symbol: 'BTCUSD', OMSId: 2 });
    expect(exchange.received.map(({ payload }) => payload)).toEqual([{ OMSId: 1 }, { OMSId: 2 }]);
    expect(seen).toHaveLength(2);
    close();
  });
});
