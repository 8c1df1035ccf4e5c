import * as t from 'io-ts';
import { anyCase } from '../../codec/fast/anyCase.ts';
import { BooleanInput } from '../../codec/inputs/BooleanInput.ts';
import { DecimalInput } from '../../codec/inputs/DecimalInput.ts';
import { enumInput } from '../../codec/inputs/enumInput.ts';
import { EpochMsInput } from '../../codec/inputs/EpochMsInput.ts';
import { fast } from '../../codec/fast/fast.ts';
import { Integer } from '../../codec/scalars/Integer.ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { absent } from '../../codec/inputs/absent.ts';
import { Long } from '../../codec/scalars/Long.ts';
import { LongInput } from '../../codec/inputs/LongInput.ts';
import { nullable } from '../../codec/scalars/nullable.ts';
import { oms } from '../../codec/inputs/OMSId.ts';
import { recordOf } from '../../codec/fast/recordOf.ts';
import { request } from '../../codec/inputs/request.ts';
import { requestBy } from '../../codec/inputs/requestBy.ts';
import { Side } from '../../codec/enums/Side.ts';
import { TextInput } from '../../codec/inputs/TextInput.ts';
import { together } from '../../codec/inputs/together.ts';
import { withFields } from '../../codec/inputs/withFields.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';
import { readExactJson } from '../../json/exactJson.ts';

const NoParty = absent('as a client order id is given');

const fields = {
  always: {
    /** The account that reports the trade. */
    AccountId: IntegerInput,
    /** The instrument. */
    InstrumentId: IntegerInput,
    /** Whether the account has bought or sold. */
    Side: enumInput({ Buy: Side.Buy, Sell: Side.Sell }),
    /** How much was traded, in the instrument's first product. */
    Quantity: DecimalInput,
    /** The price that was agreed on. */
    LimitPrice: DecimalInput,
    /** `true` where this one report is for both parties; `false` where the other party reports the trade too. */
    LockedIn: BooleanInput,
  },
  sometimes: {
    /** When the trade was made, in milliseconds since 1970. */
    Timestamp: EpochMsInput,
  },
};
type Fields<G extends keyof typeof fields> = {
  readonly [K in keyof (typeof fields)[G]]: (typeof fields)[G][K];
};
const { always, sometimes }: { readonly [G in keyof typeof fields]: Fields<G> } = fields;

const report = request(always, together(oms, sometimes));

const withParty = withFields(
  report,
  {
    /** The badge of the other party, as text. */
    CounterPartyId: TextInput,
  },
  {
    /** Your own id for the report. */
    ClientOrderId: LongInput,
  },
);

const byClientOrderId = withFields(
  report,
  {
    /**
     * The block trade that this one answers, by the id that its sender gave it: for venues that do not ask for the
     * other party.
     */
    ClientOrderId: LongInput,
  },
  {
    /** Left out: the client order id says it. */
    CounterPartyId: NoParty,
  },
);

const parameters = requestBy(({ ClientOrderId, CounterPartyId }) =>
  CounterPartyId === undefined && ClientOrderId !== undefined ? byClientOrderId : withParty,
);
/** What `SubmitBlockTrade` takes. @useDeclaredType */
export type SubmitBlockTradeRequest = t.TypeOf<typeof parameters>;

const accepted = anyCase(
  recordOf(
    {
      /** The exchange has the report. */
      status: t.literal('Accepted'),
    },
    {
      /** The exchange's id of the report. */
      OrderId: Long,
      /** Empty. */
      errormsg: nullable(t.string),
    },
  ),
);

const rejected = anyCase(
  recordOf(
    {
      /** There is no report. */
      status: t.literal('Rejected'),
    },
    {
      /** Why; the list is open. */
      errormsg: nullable(t.string),
      /** Usually 101. */
      errorcode: Integer,
    },
  ),
);

/** What `SubmitBlockTrade` answers. */
export type SubmitBlockTradeReply = Readonly<t.TypeOf<typeof accepted>> | Readonly<t.TypeOf<typeof rejected>>;

/**
 * Reports a trade that two parties have agreed on outside the book. A command; login needed; the reference asks for
 * the permission `Operator`, while the platform's own client lets traders call it. A report that the exchange rejects
 * is a value, not an error: look at `status`. A `GatewayError` is a refusal before that.
 *
 * The keys of the reply are read without regard to case. After an error with `sent: true` the report may stand: look
 * for it by `GetOpenTradeReports` before sending it again.
 *
 * @example
 * request$(client, SubmitBlockTrade, {
 *   AccountId,
 *   InstrumentId: 1,
 *   Side: 'Buy',
 *   Quantity: '0.10',
 *   LimitPrice: '29000.00',
 *   CounterPartyId: '2',
 *   LockedIn: false,
 * }).subscribe((reply) => console.log(reply.status === 'Accepted' ? reply.OrderId : reply.errormsg));
 */
export const SubmitBlockTrade: Endpoint<SubmitBlockTradeRequest, SubmitBlockTradeReply> = endpoint({
  name: 'SubmitBlockTrade',
  request: parameters,
  reply: fast(t.union([accepted, rejected], 'SubmitBlockTradeReply')),
  read: readExactJson,
  isCommand: true,
});
