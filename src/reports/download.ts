import * as E from 'fp-ts/lib/Either.js';
import {
  concat,
  defer,
  from,
  map,
  mergeMap,
  type Observable,
  of,
  retry,
  switchMap,
  tap,
  throwError,
  timer,
} from 'rxjs';
import { DownloadDocument, type DownloadDocumentReply } from '../endpoints/report/DownloadDocument.ts';
import { DownloadDocumentSlice } from '../endpoints/report/DownloadDocumentSlice.ts';
import { DecodeError, GatewayError } from '../errors.ts';
import type { AskPatiently } from './askPatiently.ts';
import { joined } from './joined.ts';
import { pollDelay } from './pollDelay.ts';
import { sameId } from './sameId.ts';

/** How far a download has come. */
export type Download =
  /** So many slices of so many are there. */
  | { readonly _tag: 'Downloading'; readonly slices: number; readonly of: number }
  /** The whole document. */
  | { readonly _tag: 'Done'; readonly docName: string; readonly text: string };

const inFlight = 4;
const tries = 3;
const mostSlices = 100_000;

const failed = (call: string, errormsg: string): GatewayError =>
  new GatewayError(call, { code: undefined, errormsg, detail: null });

const isSuccess = ({ statusCode }: { readonly statusCode: string }): boolean =>
  statusCode.toLowerCase() === 'success';

/** A document that cannot be read is asked for again, as the exchange may still be laying it down. */
const insisted = <A>(question$: Observable<A>): Observable<A> =>
  question$.pipe(
    retry({
      count: tries - 1,
      delay: (error: unknown, count) =>
        error instanceof GatewayError ? timer(pollDelay(count - 1)) : throwError(() => error),
    }),
  );

const countOf = ({ numSlices = 1 }: DownloadDocumentReply): E.Either<DecodeError, number> =>
  numSlices <= mostSlices
    ? E.right(Math.max(1, numSlices))
    : E.left(
        new DecodeError(DownloadDocument.name, [
          { path: 'numSlices', expected: `at most ${mostSlices}`, found: String(numSlices) },
        ]),
      );

const document$ = (ask: AskPatiently, DescriptorId: string): Observable<DownloadDocumentReply> =>
  defer(() => ask(DownloadDocument, { DescriptorId })).pipe(
    switchMap((reply) =>
      isSuccess(reply) ? of(reply) : throwError(() => failed(DownloadDocument.name, reply.statusMessage)),
    ),
    insisted,
  );

const slice$ = (
  ask: AskPatiently,
  DescriptorId: string,
  sliceNum: number,
  count: number,
): Observable<string> =>
  defer(() => ask(DownloadDocumentSlice, { DescriptorId, sliceNum })).pipe(
    switchMap((reply) => {
      const { base64Bytes, descriptorId = DescriptorId, statusMessage } = reply;
      const isThere = isSuccess(reply) && (base64Bytes !== '' || count === 1);
      const why = isThere ? 'the reply is for another document' : statusMessage;
      return isThere && sameId(descriptorId, DescriptorId)
        ? of(base64Bytes)
        : throwError(() => failed(DownloadDocumentSlice.name, `No slice ${sliceNum} of ${count}: ${why}`));
    }),
    insisted,
  );

/** A few at a time, each once, in whatever order they come. */
const slices$ = (
  ask: AskPatiently,
  DescriptorId: string,
  docName: string,
  count: number,
): Observable<Download> =>
  defer(() => {
    const slices = new Map<number, string>();
    const coming$ = from(Array(count).keys()).pipe(
      mergeMap(
        (number) => slice$(ask, DescriptorId, number, count).pipe(tap((text) => slices.set(number, text))),
        inFlight,
      ),
      map((): Download => ({ _tag: 'Downloading', slices: slices.size, of: count })),
    );
    const done$ = defer((): Observable<Download> => {
      const text = joined(slices, count);
      return E.isLeft(text) ? throwError(() => text.left) : of({ _tag: 'Done', docName, text: text.right });
    });
    return concat(coming$, done$);
  });

/**
 * Fetches a document: emits how many slices there are, after each, then the whole text, and completes. What the exchange
 * cannot give is asked for three times, and then is a `GatewayError`; what is no base64 is a `DecodeError`. Cold.
 */
export const download$ = (ask: AskPatiently, DescriptorId: string): Observable<Download> =>
  document$(ask, DescriptorId).pipe(
    switchMap((reply) => {
      const count = countOf(reply);
      return E.isLeft(count)
        ? throwError(() => count.left)
        : slices$(ask, DescriptorId, reply.docName ?? '', count.right);
    }),
  );
