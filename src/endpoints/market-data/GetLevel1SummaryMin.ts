import type * as t from 'io-ts';
import { fast } from '../../codec/fast/fast.ts';
import { input } from '../../codec/inputs/input.ts';
import { type Level1SummaryRow, Level1SummaryRows } from '../../codec/records/Level1SummaryRow.ts';
import { mended } from '../../codec/fast/mended.ts';
import { oms } from '../../codec/inputs/OMSId.ts';
import { request } from '../../codec/inputs/request.ts';
import { together } from '../../codec/inputs/together.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';
import { writeJson } from '../../json/json.ts';

const listOfIds = /^\s*\[\s*\d+\s*(?:,\s*\d+\s*)*\]\s*$/;
const isIds = (u: unknown): u is string | readonly number[] =>
  typeof u === 'string'
    ? listOfIds.test(u)
    : Array.isArray(u) && u.length > 0 && u.every((id) => Number.isSafeInteger(id));

const InstrumentIdsInput = input<string | readonly number[], string>(
  'a list of ids, or one as text such as "[1,2]"',
  isIds,
  (ids) => (typeof ids === 'string' ? ids : writeJson(ids)),
);

const parameters = request(
  {},
  together(oms, {
    /**
     * The instruments. The exchange wants the JSON text of the list, which is what is sent.
     *
     * @default all, on the exchange's side
     */
    InstrumentIds: InstrumentIdsInput,
  }),
);
/** What `GetLevel1SummaryMin` takes. @interface */
export type GetLevel1SummaryMinRequest = t.TypeOf<typeof parameters>;

/** The second column of a row, where it has no quotes. */
const bareSymbol = /(\[\s*\d+\s*,\s*)([^\s",[\]]+)(?=\s*,)/g;

/** Some gateways write `[1,BTCUSD,0,0,0,0]`, which is no JSON: only then the symbols are put in quotes. */
const Level1SummaryText = mended(Level1SummaryRows, (u, read) =>
  typeof u === 'string' ? read(u.replace(bareSymbol, '$1"$2"')) : u,
);

/**
 * The day of instruments in short: last price, change and volume. A query; no login needed. A refusal is a
 * `GatewayError`.
 *
 * @example
 * request$(client, GetLevel1SummaryMin, { InstrumentIds: [1, 2] }).subscribe((rows) =>
 *   rows.forEach((row) => console.log(level1SummaryRowToObject(row).InstrumentSymbol)),
 * );
 */
export const GetLevel1SummaryMin: Endpoint<GetLevel1SummaryMinRequest, readonly Level1SummaryRow[]> =
  endpoint({
    name: 'GetLevel1SummaryMin',
    request: parameters,
    reply: fast(Level1SummaryText),
  });
