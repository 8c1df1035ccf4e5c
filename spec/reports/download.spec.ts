import { defer, delay, from, type Observable } from 'rxjs';
import { DecodeError, GatewayError } from '../../src/errors.ts';
import type { AskPatiently } from '../../src/reports/askPatiently.ts';
import { download$ } from '../../src/reports/download.ts';
import { marbles } from '../support/marbles.ts';

const success = { statusCode: 'Success', statusMessage: 'Success' };
const error = { statusCode: 'Error', statusMessage: 'Slice not found' };
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const downloading = (slices: number, of: number) => ({ _tag: 'Downloading', slices, of });
const done = (text: string) => ({ _tag: 'Done', docName: 'a.csv', text });

type SliceOf = (sliceNum: number, time: number) => object;

/** An exchange with one document; how often each slice was asked for is counted. */
const documentOf = (numSlices: number, sliceOf: SliceOf, head: object = success, took = 0) => {
  const asked: number[] = [];
  const answerTo = (name: string, sliceNum: number): object => {
    if (name === 'DownloadDocument') return { descriptorId: 'd', docName: 'a.csv', numSlices, ...head };
    asked[sliceNum] = (asked[sliceNum] ?? 0) + 1;
    return { ...success, descriptorId: 'D', ...sliceOf(sliceNum, asked[sliceNum]) };
  };
  const ask: AskPatiently = ({ name }, params) =>
    defer((): Observable<never> => {
      const { sliceNum = 0 } = params as { sliceNum?: number };
      const answer = from([answerTo(name, sliceNum) as never]);
      return took === 0 ? answer : answer.pipe(delay(took));
    });
  return { ask, asked };
};
const letters: SliceOf = (sliceNum) => ({ base64Bytes: base64('abcdefgh'.charAt(sliceNum)) });

describe('download$', () => {
  it('tells each slice and joins them, four being under way at once', () => {
    marbles(({ expectObservable }) => {
      const { ask } = documentOf(6, letters, success, 10);
      const expected = '20ms (abcd) 4ms (efz|)';

      expectObservable(download$(ask, 'd')).toBe(expected, {
        ...{ a: downloading(1, 6), b: downloading(2, 6), c: downloading(3, 6), d: downloading(4, 6) },
        ...{ e: downloading(5, 6), f: downloading(6, 6), z: done('abcdef') },
      });
    });
  });

  it('asks again for a slice that is missing, empty or of another document, and joins each once', () => {
    marbles(({ expectObservable, flush }) => {
      const wrong = [error, { base64Bytes: '' }, { base64Bytes: base64('x'), descriptorId: 'other' }];
      const { ask, asked } = documentOf(3, (sliceNum, time) => ({
        base64Bytes: '',
        ...letters(sliceNum, time),
        ...(time === 1 && wrong[sliceNum]),
      }));

      expectObservable(download$(ask, 'd')).toBe('1s (abcz|)', {
        ...{ a: downloading(1, 3), b: downloading(2, 3), c: downloading(3, 3), z: done('abc') },
      });
      flush();
      expect(asked).toEqual([2, 2, 2]);
    });
  });

  it('errors where a slice is missing for the third time, and asks for nothing more', () => {
    marbles(({ expectObservable, flush }) => {
      const { ask, asked } = documentOf(2, (sliceNum) =>
        sliceNum === 0 ? letters(0, 1) : { base64Bytes: '', ...error },
      );

      expectObservable(download$(ask, 'd')).toBe(
        'a 2499ms #',
        { a: downloading(1, 2) },
        new GatewayError('DownloadDocumentSlice', {
          code: undefined,
          errormsg: 'No slice 1 of 2: Slice not found',
          detail: null,
        }),
      );
      flush();
      expect(asked).toEqual([1, 3]);
    });
  });

  it('errors where the document cannot be read for the third time', () => {
    marbles(({ expectObservable }) => {
      const { ask } = documentOf(1, letters, { statusCode: 'Error', statusMessage: 'Document not found' });

      expectObservable(download$(ask, 'd')).toBe(
        '2500ms #',
        undefined,
        new GatewayError('DownloadDocument', {
          code: undefined,
          errormsg: 'Document not found',
          detail: null,
        }),
      );
    });
  });

  it('takes one empty slice for an empty document', () => {
    marbles(({ expectObservable }) => {
      const { ask } = documentOf(1, () => ({ base64Bytes: '' }));
      expectObservable(download$(ask, 'd')).toBe('(az|)', { a: downloading(1, 1), z: done('') });
    });
  });

  it('asks for no number of slices that cannot be meant, and for none again that is no base64', () => {
    marbles(({ expectObservable, flush }) => {
      const vast = documentOf(1e9, letters);
      const found = { path: 'numSlices', expected: 'at most 100000', found: '1000000000' };
      expectObservable(download$(vast.ask, 'd')).toBe(
        '#',
        undefined,
        new DecodeError('DownloadDocument', [found]),
      );

      const broken = documentOf(1, () => ({ base64Bytes: '*' }));
      const base64Wanted = { path: 'slice 0.base64Bytes', expected: 'base64', found: '"*"' };
      expectObservable(download$(broken.ask, 'd')).toBe(
        '(a#)',
        { a: downloading(1, 1) },
        new DecodeError('DownloadDocumentSlice', [base64Wanted]),
      );
      flush();
      expect([vast.asked, broken.asked]).toEqual([[], [1]]);
    });
  });
});
