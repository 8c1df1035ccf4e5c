import * as t from 'io-ts';
import { anyCase } from '../../codec/fast/anyCase.ts';
import { fast } from '../../codec/fast/fast.ts';
import { Integer } from '../../codec/scalars/Integer.ts';
import { recordOf } from '../../codec/fast/recordOf.ts';
import { request } from '../../codec/inputs/request.ts';
import { TextInput } from '../../codec/inputs/TextInput.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request(
  {
    /** The id of the file: `descriptorId` of a report's record. */
    DescriptorId: TextInput,
  },
  {},
);
/** What `DownloadDocument` takes. @interface */
export type DownloadDocumentRequest = t.TypeOf<typeof parameters>;

const reply = recordOf(
  {
    /** `Success`, or `Error` where there is nothing to fetch. */
    statusCode: t.string,
    /** The same in words. */
    statusMessage: t.string,
  },
  {
    /** The id of the file. */
    descriptorId: t.string,
    /** The name of the file. */
    docName: t.string,
    /** In how many slices the file comes. */
    numSlices: Integer,
  },
);
/** What `DownloadDocument` answers. @interface */
export type DownloadDocumentReply = Readonly<t.TypeOf<typeof reply>>;

/**
 * Tells the name of a file, and in how many slices `DownloadDocumentSlice` fetches it. A query; login needed. A
 * refusal is a `GatewayError`, here without a code; but a file that cannot be read is a value: look at `statusCode`.
 * The reply's keys are read without regard to case; no field is `null`.
 *
 * @example
 * request$(client, DownloadDocument, { DescriptorId: '66769552-cacd-471b-bb53-04b1ed1c87f9' }).subscribe(
 *   ({ docName, numSlices }) => console.log(docName, numSlices),
 * );
 */
export const DownloadDocument: Endpoint<DownloadDocumentRequest, DownloadDocumentReply> = endpoint({
  name: 'DownloadDocument',
  request: parameters,
  reply: fast(anyCase(reply)),
});
