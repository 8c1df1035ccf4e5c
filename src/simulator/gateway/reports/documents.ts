import { utf8ToBytes } from '@noble/hashes/utils.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as E from 'fp-ts/lib/Either.js';
import type { Context, UserHandler } from '../context.ts';
import { count, fieldsOf, text } from '../fields.ts';
import type { SimulatedUser } from '../users.ts';
import { base64Of } from './base64.ts';
import { readGuid } from './guid.ts';
import { findRun, type Run } from './report.ts';
import { reportText } from './reportText.ts';
import { documentName } from './ticket.ts';

/** How many bytes a slice has; the last one may have fewer. */
const sliceSize = 16_384;

const succeeded = { statusCode: 'Success', statusMessage: 'Success' } as const;
const failed = (statusMessage: string) => ({ statusCode: 'Error', statusMessage });
const noDocument = failed('Document not found');

const runNamed = (
  { reports, now }: Context,
  { userId }: SimulatedUser,
  descriptorId: string,
): Run | undefined => findRun(reports.reportsOf(userId), readGuid(descriptorId) ?? '', now());

const bytesOf = ({ market, reports }: Context, run: Run): Uint8Array =>
  reports.documentOf(run, (wanted) => utf8ToBytes(reportText(market, wanted)));

const slicesOf = ({ length }: Uint8Array): number => Math.max(1, Math.ceil(length / sliceSize));

const documentFields = fieldsOf({ DescriptorId: text }, {});

/** The name of a document of the caller's, and in how many slices it comes. */
export const downloadDocument: UserHandler = (request, context, user) =>
  pipe(
    documentFields(request),
    E.map(({ DescriptorId }) => {
      const run = runNamed(context, user, DescriptorId);
      if (run === undefined) return noDocument;
      const numSlices = slicesOf(bytesOf(context, run));
      return { descriptorId: run.id, docName: documentName(run), numSlices, ...succeeded };
    }),
  );

const sliceFields = fieldsOf({ DescriptorId: text }, { sliceNum: count });

/** One slice of a document of the caller's, the first where none is named. */
export const downloadDocumentSlice: UserHandler = (request, context, user) =>
  pipe(
    sliceFields(request),
    E.map(({ DescriptorId, sliceNum = 0 }) => {
      const run = runNamed(context, user, DescriptorId);
      if (run === undefined) return { descriptorId: DescriptorId, base64Bytes: '', ...noDocument };
      const bytes = bytesOf(context, run);
      const slice = bytes.subarray(sliceNum * sliceSize, (sliceNum + 1) * sliceSize);
      const outcome = sliceNum < slicesOf(bytes) ? succeeded : failed('Slice not found');
      return { descriptorId: run.id, base64Bytes: base64Of(slice), ...outcome };
    }),
  );
