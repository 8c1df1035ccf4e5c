import { DecodeError, GatewayError, InvalidRequest, RequestTimeout } from '../../src/errors.ts';
import {
  clean,
  heldBackFor,
  type History,
  isLeftBehind,
  isStillSent,
  remedyFor,
  type Trouble,
} from '../../src/streams/trouble.ts';

const refused = (code: number, errormsg = 'No.'): Trouble => ({
  _tag: 'NotBegun',
  error: new GatewayError('SubscribeLevel1', { code, errormsg, detail: null }),
});
const late: Trouble = { _tag: 'NotBegun', error: new RequestTimeout('SubscribeLevel1', true, 100) };
const unreadable: Trouble = { _tag: 'Unreadable', error: new DecodeError('Level2UpdateEvent', []) };
const broken: Trouble = { _tag: 'Broken', error: new DecodeError('Level2UpdateEvent', []) };

const historyAfter = (trouble: Trouble, history: History, now: number): History => {
  const remedy = remedyFor(trouble, history, now);
  if (remedy._tag === 'GiveUp') throw new Error('it was given up');
  return remedy.history;
};

describe('remedyFor', () => {
  it('gives up only what cannot change', () => {
    const invalid: Trouble = { _tag: 'NotBegun', error: new InvalidRequest('SubscribeLevel1', []) };
    for (const trouble of [broken, invalid, refused(104)]) {
      expect(remedyFor(trouble, clean, 0)).toEqual({ _tag: 'GiveUp' });
    }
    expect(remedyFor(refused(102), clean, 0)).toMatchObject({ _tag: 'TryAgain' });
  });

  it('believes "you may not" when it is heard again minutes later', () => {
    const once = historyAfter(refused(20, 'Not Authorized'), clean, 1_000);
    expect(remedyFor(refused(20, 'Not Authorized'), once, 120_999)).toMatchObject({ _tag: 'TryAgain' });
    expect(remedyFor(refused(20, 'Not Authorized'), once, 121_000)).toEqual({ _tag: 'GiveUp' });
  });

  it('forgets a refusal when something else comes in between', () => {
    const once = historyAfter(refused(20, 'Not Authorized'), clean, 0);
    expect(historyAfter(late, once, 1).refusedAt).toBeUndefined();
  });

  it('tries again after half a second, then twice as long each time, up to 30 s', () => {
    const delays: number[] = [];
    let history = clean;
    for (let count = 0; count < 8; count++) {
      const remedy = remedyFor(late, history, 0);
      if (remedy._tag === 'TryAgain') delays.push(remedy.delay);
      history = historyAfter(late, history, 0);
    }
    expect(delays).toEqual([500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
  });

  it('renews at once what could not be read, and later where that is often', () => {
    const first = remedyFor(unreadable, clean, 0);
    expect(first).toMatchObject({ _tag: 'Renew', delay: 0 });
    const second = remedyFor(unreadable, historyAfter(unreadable, clean, 0), 1_000);
    expect(second).toMatchObject({ _tag: 'Renew', delay: 4_000 });
    expect(remedyFor(unreadable, historyAfter(unreadable, clean, 0), 60_001)).toMatchObject({ delay: 0 });
  });

  it('renews a stream that was left behind once, and then takes it for a refusal', () => {
    expect(remedyFor(refused(909), clean, 0)).toMatchObject({ _tag: 'Renew' });
    const renewed = historyAfter(refused(909), clean, 0);
    expect(remedyFor(refused(909), renewed, 1)).toMatchObject({ _tag: 'TryAgain' });
  });
});

describe('a trouble', () => {
  it('tells whether the exchange may be sending', () => {
    expect([late, unreadable, broken, refused(909)].map(isStillSent)).toEqual([true, true, true, true]);
    expect(isStillSent(refused(102))).toBe(false);
    expect([isLeftBehind(refused(909)), isLeftBehind(late)]).toEqual([true, false]);
  });
});

describe('heldBackFor', () => {
  it('holds back after the third loss, 5 s at first and a minute at most', () => {
    expect([0, 2, 3, 4, 5, 50].map(heldBackFor)).toEqual([0, 0, 5_000, 10_000, 20_000, 60_000]);
  });
});
