import * as t from 'io-ts';
import { Integer } from '../../codec/scalars/Integer.ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { listOf } from '../../codec/fast/listOf.ts';
import { oms } from '../../codec/inputs/OMSId.ts';
import { request } from '../../codec/inputs/request.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request(
  {
    /** The instrument. */
    InstrumentId: IntegerInput,
  },
  oms,
);
/** What `GetInstrumentAttributes` takes. @interface */
export type GetInstrumentAttributesRequest = t.TypeOf<typeof parameters>;

const attribute = t.type(
  {
    /** The order system. */
    OMSId: Integer,
    /** The instrument. */
    InstrumentId: Integer,
    /** The key. */
    KeyName: t.string,
    /** The value; text, for numbers too. */
    KeyValue: t.string,
  },
  'InstrumentAttribute',
);
/** What `GetInstrumentAttributes` answers. */
export type GetInstrumentAttributesReply = readonly Readonly<t.TypeOf<typeof attribute>>[];

/**
 * Lists what the operator has noted of an instrument, as pairs of a key and a value. A query; login needed, with the
 * permission Operator or Trading. A refusal is a `GatewayError`.
 *
 * @example
 * request$(client, GetInstrumentAttributes, { InstrumentId: 1 }).subscribe((attributes) =>
 *   attributes.forEach(({ KeyName, KeyValue }) => console.log(KeyName, KeyValue)),
 * );
 */
export const GetInstrumentAttributes: Endpoint<GetInstrumentAttributesRequest, GetInstrumentAttributesReply> =
  endpoint({
    name: 'GetInstrumentAttributes',
    request: parameters,
    reply: listOf(attribute),
  });
