import type { Kept } from '../../src/streams/kept.ts';
import { continued } from '../../src/streams/continued.ts';
import type { Notice } from '../../src/streams/notice.ts';
import { marbles } from '../support/marbles.ts';

const live = (state: string, epoch: number) =>
  ({ status: 'live', state, since: 1, asOf: 1, provenAt: 1, epoch }) as const;
const lost = { status: 'restoring', since: 9, asOf: 0, provenAt: 0, epoch: 0 } as const;

describe('continued', () => {
  it('lets the epoch rise over streams that follow each other, and keeps the last state readable', () => {
    marbles(({ cold, expectObservable }) => {
      const notices: Record<string, Notice<string>> = {
        a: { _tag: 'Begun', kept: live('old', 1) },
        b: { _tag: 'Begun', kept: live('old again', 2) },
        l: { _tag: 'Lost', kept: lost },
        c: { _tag: 'Begun', kept: live('new', 1) },
        d: { _tag: 'Changed', event: 1, kept: live('newer', 1) },
      };
      const kepts: Record<string, Kept<string>> = {
        a: live('old', 1),
        b: live('old again', 2),
        l: { ...live('old again', 2), status: 'restoring', since: 9 },
        c: live('new', 3),
        d: live('newer', 3),
      };
      expectObservable(cold('ablcd', notices).pipe(continued())).toBe(
        'ablcd',
        Object.fromEntries(Object.entries(notices).map(([key, one]) => [key, { ...one, kept: kepts[key] }])),
      );
    });
  });

  it('says since when it is restored, though one stream after another is tried', () => {
    marbles(({ cold, expectObservable }) => {
      const later = { ...lost, since: 20 };
      expectObservable(
        cold<Notice<string>>('ab', {
          a: { _tag: 'Lost', kept: lost },
          b: { _tag: 'Lost', kept: later },
        }).pipe(continued()),
      ).toBe('ab', { a: { _tag: 'Lost', kept: lost }, b: { _tag: 'Lost', kept: lost } });
    });
  });
});
