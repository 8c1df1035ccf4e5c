import * as t from 'io-ts';
import { anyCase } from '../../codec/fast/anyCase.ts';
import { fast } from '../../codec/fast/fast.ts';
import { CountInput } from '../../codec/inputs/IntegerInput.ts';
import { recordOf } from '../../codec/fast/recordOf.ts';
import { request } from '../../codec/inputs/request.ts';
import { TextInput } from '../../codec/inputs/TextInput.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request(
  {
    /** The id of the file: `descriptorId` of a report's record. */
    DescriptorId: TextInput,
  },
  {
    /**
     * Which slice: from 0 to one less than the `numSlices` of `DownloadDocument`.
     *
     * @default 0, on the exchange's side
     */
    sliceNum: CountInput,
  },
);
/** What `DownloadDocumentSlice` takes. @interface */
export type DownloadDocumentSliceRequest = t.TypeOf<typeof parameters>;

const reply = recordOf(
  {
    /** The bytes of the slice in base64: a piece of a CSV text in UTF-8. */
    base64Bytes: t.string,
    /** `Success`, or `Error`. */
    statusCode: t.string,
    /** The same in words. */
    statusMessage: t.string,
  },
  {
    /** The id of the file. */
    descriptorId: t.string,
  },
);
/** What `DownloadDocumentSlice` answers. @interface */
export type DownloadDocumentSliceReply = Readonly<t.TypeOf<typeof reply>>;

/**
 * Fetches one slice of a file. A query; login needed. A refusal is a `GatewayError`, here without a code. The
 * reply's keys are read without regard to case; no field is `null`.
 *
 * Put the slices together as bytes before you read them as text: a character may lie across two of them.
 *
 * @example
 * const DescriptorId = '66769552-cacd-471b-bb53-04b1ed1c87f9';
 * request$(client, DownloadDocumentSlice, { DescriptorId, sliceNum: 0 }).subscribe(({ base64Bytes }) =>
 *   console.log(atob(base64Bytes)),
 * );
 */
export const DownloadDocumentSlice: Endpoint<DownloadDocumentSliceRequest, DownloadDocumentSliceReply> =
  endpoint({
    name: 'DownloadDocumentSlice',
    request: parameters,
    reply: fast(anyCase(reply)),
  });
