import { Subject } from 'rxjs';
import { type Moment, saidBy, trustMoments$ } from '../../examples/browser/page/moment.ts';
import { TransportError } from '../../src/errors.ts';
import type { BookStatus } from '../../src/market/book/bookState.ts';

describe('saidBy', () => {
  const cause = new TransportError('nobody is there');

  it('counts attempts as people do, and tells what ended the last', () => {
    expect(saidBy({ _tag: 'Connecting', attempt: 0 })).toEqual({
      tone: 'busy',
      says: 'connecting, attempt 1',
    });
    expect(saidBy({ _tag: 'Connecting', attempt: 2, cause })).toMatchObject({ why: cause.message });
  });

  it('tells a wait in seconds', () => {
    expect(saidBy({ _tag: 'Waiting', delay: 1_234, cause })).toEqual({
      tone: 'bad',
      says: 'lost, tries again in 1.2 s',
      why: cause.message,
    });
  });

  it('has no reason for an end that was wanted', () => {
    expect(saidBy({ _tag: 'Closed' })).toEqual({ tone: 'bad', says: 'closed' });
  });
});

describe('trustMoments$', () => {
  it('tells of changes of the status alone', () => {
    const kept$ = new Subject<{ readonly status: BookStatus }>();
    const moments: Moment[] = [];
    trustMoments$(kept$).subscribe((moment) => moments.push(moment));
    (['restoring', 'live', 'live', 'crossed'] as const).forEach((status) => kept$.next({ status }));
    expect(moments.map(({ tone, says }) => `${says} ${tone}`)).toEqual([
      'restoring busy',
      'live good',
      'crossed bad',
    ]);
  });
});
