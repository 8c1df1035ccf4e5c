import { tap } from 'rxjs';
import { AbortError } from '../../src/errors.ts';
import { abortable, aborted$ } from '../../src/requests/aborted.ts';
import { marbles } from '../support/marbles.ts';

describe('aborted$', () => {
  it('errors when the signal is aborted, with its reason, and at once where it is already', () => {
    marbles(({ cold, expectObservable }) => {
      const control = new AbortController();
      cold('---a').subscribe(() => control.abort('left'));
      const late$ = aborted$('Add', control.signal, () => true);

      expectObservable(late$).toBe('---#', undefined, new AbortError('Add', true, 'left'));
      expectObservable(late$, '-----^').toBe('-----#', undefined, new AbortError('Add', true, 'left'));
      expectObservable(late$, '^-!').toBe('');
    });
  });
});

describe('abortable', () => {
  it('unsubscribes from what is asked, and says whether it had left', () => {
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const control = new AbortController();
      const source = cold('  ------(r|)');
      const subs = '         ^--!';
      const expected = '     ---#';
      cold('                 ---a').subscribe(() => control.abort('left'));
      const { signal } = control;

      expectObservable(abortable('Add', signal, () => source)).toBe(
        expected,
        undefined,
        new AbortError('Add', false, 'left'),
      );
      expectObservable(
        abortable('Add', signal, (onSent) => {
          onSent();
          return source;
        }),
      ).toBe(expected, undefined, new AbortError('Add', true, 'left'));
      expectSubscriptions(source.subscriptions).toBe([subs, subs]);
    });
  });

  it('is answered all the same for who aborts on hearing the answer', () => {
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const control = new AbortController();
      const source = cold('  ---(r|)');
      const subs = '         ^--!';
      const expected = '     ---(r|)';
      const { signal } = control;

      expectObservable(
        abortable('Add', signal, () => source).pipe(tap(() => control.abort('heard enough'))),
      ).toBe(expected);
      expectSubscriptions(source.subscriptions).toBe(subs);
    });
  });

  it('asks nothing where the signal is aborted already', () => {
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const source = cold('(r|)');

      expectObservable(abortable('Add', AbortSignal.abort('left'), () => source)).toBe(
        '#',
        undefined,
        new AbortError('Add', false, 'left'),
      );
      expectSubscriptions(source.subscriptions).toBe([]);
    });
  });

  it('is what is asked without a signal, and with one that is never aborted', () => {
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const source = cold('  --(r|)');
      const subs = '         ^-!';
      const expected = '     --(r|)';

      expectObservable(abortable('Add', undefined, () => source)).toBe(expected);
      expectObservable(abortable('Add', new AbortController().signal, () => source)).toBe(expected);
      expectSubscriptions(source.subscriptions).toBe([subs, subs]);
    });
  });
});
