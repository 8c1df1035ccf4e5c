import * as E from 'fp-ts/lib/Either.js';
import { defer, from, type Observable } from 'rxjs';
import type { ReportTicket } from '../../src/codec/records/ReportTicket.ts';
import type { ReportWriterResultRecord } from '../../src/codec/records/ReportWriterResultRecord.ts';
import { GatewayError } from '../../src/errors.ts';
import type { AskPatiently } from '../../src/reports/askPatiently.ts';
import { filedIn, standingIn, written$ } from '../../src/reports/written.ts';
import { marbles } from '../support/marbles.ts';

const ticket: ReportTicket = {
  RequestingUser: 6,
  OMSId: 1,
  reportFlavor: 'TradeActivity',
  createTime: '2026-01-02T00:00:00Z',
  initialRunTime: '2026-01-02T00:00:00Z',
  intervalStartTime: '2026-01-01T00:00:00Z',
  intervalEndTime: '2026-01-02T00:00:00Z',
  RequestStatus: 'Submitted',
  ReportFrequency: 'onDemand',
  intervalDuration: 864_000_000_000,
  RequestId: 'a-1',
  lastInstanceId: null,
  accountIds: [7],
};
const record: ReportWriterResultRecord = {
  RequestingUser: 6,
  urtTicketId: 'a-1',
  descriptorId: 'd-1',
  resultStatus: 'SuccessComplete',
  reportExecutionStartTime: '2026-01-02T00:00:00Z',
  reportExecutionCompleteTime: '2026-01-02T00:00:01Z',
  reportOutputFilePathname: '/a.csv',
};
const at = (RequestStatus: ReportTicket['RequestStatus']): ReportTicket => ({ ...ticket, RequestStatus });
const waiting = (status: string) => ({ _tag: 'Waiting', status });
const filed = { _tag: 'Filed', descriptorId: 'd-1' };
const notWritten = (call: string, how: string): GatewayError =>
  new GatewayError(call, { code: undefined, errormsg: `The report was not written: ${how}`, detail: null });

describe('standingIn', () => {
  it('finds the ticket, however its id is written, and takes one that is not listed for where it was', () => {
    expect(standingIn([{ ...at('InProgress'), RequestId: '{A-1}' }], ticket)).toEqual(
      E.right(waiting('InProgress')),
    );
    expect(standingIn([], ticket)).toEqual(E.right(waiting('Submitted')));
  });

  it.each(['Aborting', 'Aborted', 'UserCancelled', 'SysRetired'])(
    'is an error of a ticket that is %s',
    (how) => {
      expect(standingIn([at(how as never)], ticket)).toEqual(E.left(notWritten('GetUserReportTickets', how)));
    },
  );
});

describe('filedIn', () => {
  it('finds the document, and waits for one that is not listed yet or not complete', () => {
    expect(filedIn([{ ...record, urtTicketId: 'other' }, record], 'A-1')).toEqual(E.right(filed));
    expect(filedIn([], 'a-1')).toEqual(E.right(waiting('Completed')));
    expect(filedIn([{ ...record, resultStatus: 'NotComplete' }], 'a-1')).toEqual(
      E.right(waiting('Completed')),
    );
  });

  it.each(['ErrorComplete', 'Cancelled'] as const)('is an error of a document that is %s', (resultStatus) => {
    expect(filedIn([{ ...record, resultStatus }], 'a-1')).toEqual(
      E.left(notWritten('GetUserReportWriterResultRecords', resultStatus)),
    );
  });
});

describe('written$', () => {
  const asking = (
    tickets: readonly (readonly ReportTicket[])[],
    records: readonly (readonly unknown[])[],
  ) => {
    const left = { GetUserReportTickets: [...tickets], GetUserReportWriterResultRecords: [...records] };
    const ask: AskPatiently = ({ name }) =>
      defer((): Observable<never> => from([left[name as keyof typeof left].shift() as never]));
    return ask;
  };

  it('looks after a second, then less and less often, and tells each change once', () => {
    marbles(({ expectObservable }) => {
      const tickets = [[], [at('InProgress')], [at('InProgress')], [at('Completed')], [at('Completed')]];
      const ask = asking(tickets, [[], [record]]);
      const expected = 'a 2499ms b 5624ms c 5061.5ms (d|)';

      expectObservable(written$(ask, ticket)).toBe(expected, {
        a: waiting('Submitted'),
        b: waiting('InProgress'),
        c: waiting('Completed'),
        d: filed,
      });
    });
  });

  it('ends with the error of a report that was aborted', () => {
    marbles(({ expectObservable }) => {
      expectObservable(written$(asking([[at('Aborted')]], []), ticket)).toBe(
        'a 999ms #',
        { a: waiting('Submitted') },
        notWritten('GetUserReportTickets', 'Aborted'),
      );
    });
  });
});
