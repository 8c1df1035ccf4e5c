import * as E from 'fp-ts/lib/Either.js';
import { SubscribeOrderStateEvents } from '../../src/topics/SubscribeOrderStateEvents.ts';
import { sampleText } from '../support/samples.ts';
import { callsOf, follow, handedOut, settled, settledAnyway } from '../support/streams.ts';

const text = sampleText('streams/order-state.event-v33.json');
const ofAll = settled(SubscribeOrderStateEvents, { AccountId: 4 });
const ofOne = settled(SubscribeOrderStateEvents, { AccountId: 4, InstrumentId: 1 });

describe('SubscribeOrderStateEvents', () => {
  it('is one stream for an account, and one for each instrument of it', () => {
    expect([ofAll.key, ofAll.routes]).toEqual(['SubscribeOrderStateEvents 4', ['4']]);
    expect([ofOne.key, ofOne.routes]).toEqual(['SubscribeOrderStateEvents 4:1', ['4:1']]);
    expect(callsOf(ofAll)).toEqual([
      ['SubscribeOrderStateEvents', E.right('{"OMSId":1,"AccountId":4}')],
      ['UnSubscribeOrderStateEvents', E.right('{"OMSId":1,"AccountId":4}')],
    ]);
    expect(callsOf(ofOne)).toEqual([
      ['SubscribeOrderStateEvents', E.right('{"OMSId":1,"AccountId":4,"InstrumentId":1}')],
      ['UnSubscribeOrderStateEvents', E.right('{"OMSId":1,"AccountId":4,"InstrumentId":1}')],
    ]);
  });

  it('ends all streams of an account together, as the unsubscribe of one ends the others at some venues', () => {
    expect([ofAll.group, ofOne.group]).toEqual([
      'SubscribeOrderStateEvents 4',
      'SubscribeOrderStateEvents 4',
    ]);
  });

  it('hands an order to the account and to the instrument', () => {
    expect(handedOut(ofAll, 'OrderStateEvent', text)).toMatchObject([
      ['4', { _tag: 'OrderStateEvent', payload: { OrderId: 9849 } }],
      ['4:1', { _tag: 'OrderStateEvent', payload: { OrderId: 9849 } }],
    ]);
    expect(handedOut(ofAll, 'OrderStateEvent', '{"Account":"4"}')).toMatchObject({ routes: ['4'] });
  });

  it('does not follow other instruments', () => {
    const { client, seen, push } = follow(
      SubscribeOrderStateEvents,
      { AccountId: 4, InstrumentId: 2 },
      () => ({
        Subscribed: true,
      }),
    );
    push('OrderStateEvent', text);
    push('OrderStateEvent', text.replace('"Instrument":1', '"Instrument":2'));
    expect(seen).toMatchObject([{ _tag: 'Subscribed' }, { payload: { Instrument: 2 } }]);
    client.close();
  });

  it('is refused by a no', () => {
    const { client, seen } = follow(SubscribeOrderStateEvents, { AccountId: 4 }, () => ({
      Subscribed: false,
    }));
    expect(seen).toEqual([
      'SubscribeOrderStateEvents was refused: the exchange did not subscribe, as where the account is not one of the login',
    ]);
    client.close();
  });

  it('must be told the account', () => {
    expect(() => settledAnyway(SubscribeOrderStateEvents, { InstrumentId: 1 })).toThrow(
      'SubscribeOrderStateEvents was not sent: AccountId should be an integer but is undefined. Correct the call.',
    );
  });
});
