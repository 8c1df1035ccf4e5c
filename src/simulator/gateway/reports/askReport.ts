import { pipe } from 'fp-ts/lib/function.js';
import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import type { DecimalInput } from '../../market/decimal.ts';
import { memberNamed } from '../../market/readField.ts';
import { invalidRequest } from '../../market/standardResponse.ts';
import { ownAccount } from '../accounts.ts';
import type { Answer, Context, Refusal, UserHandler } from '../context.ts';
import { decimalInput, fieldsOf, integer, required } from '../fields.ts';
import type { SimulatedUser } from '../users.ts';
import type { Report, ReportFlavor } from './report.ts';
import { ticketOf } from './ticket.ts';

const form = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,7})?)?(?:Z|[+-]\d\d:\d\d))?$/;

/** ISO 8601 with a zone, or a date alone, in UTC; read as epoch milliseconds. */
const isoTime = new t.Type<number>(
  'an ISO 8601 time with a zone',
  t.number.is,
  (u, context) => {
    const ms = typeof u === 'string' && form.test(u) ? Date.parse(u) : NaN;
    return Number.isNaN(ms) ? t.failure(u, context) : t.success(ms);
  },
  t.identity,
);

const ids = new t.Type<readonly number[]>(
  'an Array of one Integer or more',
  (u): u is readonly number[] => t.readonlyArray(integer).is(u) && u.length > 0,
  (u, context) => (t.readonlyArray(integer).is(u) && u.length > 0 ? t.success(u) : t.failure(u, context)),
  t.identity,
);

/** How reports refuse what could be read. */
const notAccepted = (rejectMessage: string): Answer =>
  E.right({ bAccepted: false, rejectMessage, requestId: '00000000-0000-0000-0000-000000000000' });

interface About {
  readonly OMSId: number;
  readonly accountIdList: readonly number[];
}

const ownAccounts = (
  context: Context,
  user: SimulatedUser,
  { OMSId, accountIdList }: About,
): E.Either<Refusal, readonly number[]> =>
  pipe(
    [...new Set(accountIdList)].sort((a, b) => a - b),
    E.traverseArray((AccountId) => ownAccount(context, user, { OMSId, AccountId })),
  );

type Asked = Pick<Report, 'flavor' | 'from' | 'until' | 'frequency'>;

const take = (context: Context, user: SimulatedUser, about: About, asked: Asked): Answer =>
  pipe(
    ownAccounts(context, user, about),
    E.chain((accountIds) => {
      if (asked.until <= asked.from) return notAccepted('The end is not after the beginning');
      const createdAt = context.now();
      const report = context.reports.take({ ...asked, accountIds, userId: user.userId, createdAt });
      return report === undefined ? notAccepted('Too many reports') : E.right(ticketOf(report, createdAt));
    }),
  );

const generateFields = fieldsOf(
  { OMSId: integer, accountIdList: ids, startTime: isoTime, endTime: isoTime },
  {},
);

/** Has a report written once. */
export const generateReport =
  (flavor: ReportFlavor): UserHandler =>
  (request, context, user) =>
    pipe(
      generateFields(request),
      E.chainW(({ startTime, endTime, ...fields }) =>
        take(context, user, fields, { flavor, from: startTime, until: endTime, frequency: 'onDemand' }),
      ),
    );

const hour = 3_600_000;
const day = 24 * hour;

/** How long it is from one writing to the next; months have 30 days here, years 365. */
const periods: ReadonlyMap<string, number> = new Map([
  ['Hourly', hour],
  ['Daily', day],
  ['Weekly', 7 * day],
  ['Monthly', 30 * day],
  ['Annually', 365 * day],
]);

const scheduleFields = fieldsOf(
  { OMSId: integer, accountIdList: ids, beginTime: isoTime },
  { frequency: decimalInput, Frequency: decimalInput },
);

const names = [...periods.keys()];

/** By its name, or by its number as the newer of the two platform references counts: 0 is Hourly. */
const readFrequency = (input: DecimalInput | undefined): E.Either<Refusal, readonly [string, number]> => {
  if (input === undefined) return E.left(required(['OMSId', 'accountIdList', 'beginTime', 'frequency']));
  const name = memberNamed(names, input) ?? '';
  const period = periods.get(name);
  return period === undefined
    ? E.left(invalidRequest(`frequency must be one of ${names.join(', ')}`))
    : E.right([name, period]);
};

/** Has a report written again and again, each time on what has happened since the time before. */
export const scheduleReport =
  (flavor: ReportFlavor): UserHandler =>
  (request, context, user) =>
    pipe(
      scheduleFields(request),
      E.chainW(({ beginTime, frequency, Frequency = frequency, ...fields }) =>
        pipe(
          readFrequency(Frequency),
          E.chain(([name, period]) =>
            take(context, user, fields, {
              flavor,
              from: beginTime,
              until: beginTime + period,
              frequency: name,
            }),
          ),
        ),
      ),
    );
