import { TransportError } from '../../src/errors.ts';
import { noTrust, trustAfter, trustFailed } from '../../src/market/trust.ts';

const cause = new TransportError('gone');
const live = trustAfter(noTrust(1), { at: 2, isLive: true, isProof: true });

describe('trust', () => {
  it('is none at first, and comes with the first whole state', () => {
    expect(noTrust(1)).toEqual({ status: 'restoring', since: 1, asOf: 0, provenAt: 0, epoch: 0 });
    expect(live).toEqual({ status: 'live', since: 2, asOf: 2, provenAt: 2, epoch: 1 });
  });

  it('is renewed by what the exchange tells, and proved by a snapshot', () => {
    expect(trustAfter(live, { at: 5, isLive: true, isProof: false })).toEqual({ ...live, asOf: 5 });
    expect(trustAfter(live, { at: 5, isLive: true, isProof: true })).toEqual({
      ...live,
      asOf: 5,
      provenAt: 5,
      epoch: 2,
    });
  });

  it('is gone with the link, for a cause, since then', () => {
    const lost = trustAfter(live, { at: 5, isLive: false, isProof: false, cause });
    expect(lost).toEqual({ ...live, status: 'restoring', since: 5, cause });
    expect(trustAfter(lost, { at: 6, isLive: false, isProof: true })).toEqual(lost);
    expect(trustAfter(lost, { at: 7, isLive: true, isProof: false })).toEqual({
      status: 'live',
      since: 7,
      asOf: 7,
      provenAt: 7,
      epoch: 2,
    });
  });

  it('is over where it cannot be had', () => {
    expect(trustFailed(live, 9, cause)).toEqual({ ...live, status: 'failed', since: 9, cause });
  });
});
