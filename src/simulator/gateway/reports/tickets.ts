import { pipe } from 'fp-ts/lib/function.js';
import * as E from 'fp-ts/lib/Either.js';
import { invalidRequest, notFound, success, type StandardResponse } from '../../market/standardResponse.ts';
import type { Context, UserHandler } from '../context.ts';
import { count, fieldsOf, integer, text } from '../fields.ts';
import { itemsOf, listOf } from '../items.ts';
import { pageOf } from '../page.ts';
import type { Request } from '../request.ts';
import { aboutSelf } from '../userCalls.ts';
import type { SimulatedUser } from '../users.ts';
import { readGuid } from './guid.ts';
import { type Report, runsOf, statusOf } from './report.ts';
import { recordOf, ticketOf } from './ticket.ts';

const reportsOf = ({ reports }: Context, { userId }: SimulatedUser): readonly Report[] =>
  reports.reportsOf(userId);

const userFields = fieldsOf({ UserId: integer }, {});

/** The reports that the caller has asked for, oldest first. */
export const getUserReportTickets: UserHandler = (request, context, user) =>
  pipe(
    userFields(request),
    E.chainW(aboutSelf(context, user)),
    E.map(() => reportsOf(context, user).map((report) => ticketOf(report, context.now()))),
  );

const statusFields = fieldsOf({ RequestStatus: text }, {});

/** The statuses as they are asked for now, in objects, or as they once were, as bare texts. */
const readStatuses = (request: Request, { limits }: Context): E.Either<StandardResponse, readonly string[]> =>
  pipe(
    listOf(request, limits),
    E.chain((list) =>
      list.every((entry) => typeof entry === 'string')
        ? E.right(list)
        : pipe(
            itemsOf(statusFields)(request, limits),
            E.map((entries) => entries.map(({ RequestStatus }) => RequestStatus)),
          ),
    ),
  );

/** Those of the caller's reports that stand in one of several ways, oldest first. */
export const getUserReportTicketsByStatus: UserHandler = (request, context, user) =>
  pipe(
    readStatuses(request, context),
    E.map((statuses) => {
      const now = context.now();
      const wanted = new Set(statuses.map((status) => status.toLowerCase()));
      return reportsOf(context, user)
        .filter((report) => wanted.has(statusOf(report, now).toLowerCase()))
        .map((report) => ticketOf(report, now));
    }),
  );

const recordsFields = fieldsOf({ UserId: integer }, { Depth: count, StartIndex: count });
const defaultDepth = 100;

/** What was written for the caller, newest first. */
export const getUserReportWriterResultRecords: UserHandler = (request, context, user) =>
  pipe(
    recordsFields(request),
    E.chainW(aboutSelf(context, user)),
    E.map(({ Depth = defaultDepth, StartIndex = 0 }) => {
      const now = context.now();
      const runs = reportsOf(context, user)
        .flatMap((report) => runsOf(report, now))
        .sort((a, b) => b.writtenAt - a.writtenAt);
      return pageOf(runs, StartIndex, Depth).map(recordOf);
    }),
  );

const findReport = (
  context: Context,
  user: SimulatedUser,
  guid: string | undefined,
): E.Either<StandardResponse, Report> =>
  pipe(
    reportsOf(context, user).find(({ id }) => id === guid),
    E.fromNullable(notFound('Report not Found')),
  );

const cancelFields = fieldsOf({ UserReportId: text }, {});

const isOver: StandardResponse = {
  result: false,
  errormsg: 'Operation Failed',
  errorcode: 101,
  detail: 'The report is written or cancelled already',
};

/** Has one of the caller's reports written no more; what was written stays. */
export const cancelUserReport: UserHandler = (request, context, user) =>
  pipe(
    cancelFields(request),
    E.chain(({ UserReportId }) => findReport(context, user, readGuid(UserReportId))),
    E.chain((report) => {
      const now = context.now();
      if (['Completed', 'UserCancelled'].includes(statusOf(report, now))) return E.left(isOver);
      context.reports.cancel(report, now);
      return E.right(success);
    }),
  );

/** Forgets one of the caller's reports. The payload is its id alone, which is no JSON. */
export const removeUserReportTicket: UserHandler = (request, context, user) =>
  pipe(
    readGuid(request.text),
    E.fromNullable(invalidRequest('The payload must be the GUID of a ticket in braces')),
    E.chain((guid) => findReport(context, user, guid)),
    E.map((report) => {
      context.reports.remove(report);
      return success;
    }),
  );
