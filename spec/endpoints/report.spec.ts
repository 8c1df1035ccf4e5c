import { CancelUserReport } from '../../src/endpoints/report/CancelUserReport.ts';
import { DownloadDocument } from '../../src/endpoints/report/DownloadDocument.ts';
import { DownloadDocumentSlice } from '../../src/endpoints/report/DownloadDocumentSlice.ts';
import { GeneratePnLActivityReport } from '../../src/endpoints/report/GeneratePnLActivityReport.ts';
import { GenerateProductDeltaActivityReport } from '../../src/endpoints/report/GenerateProductDeltaActivityReport.ts';
import { GenerateTradeActivityReport } from '../../src/endpoints/report/GenerateTradeActivityReport.ts';
import { GenerateTransactionActivityReport } from '../../src/endpoints/report/GenerateTransactionActivityReport.ts';
import { GetUserReportTickets } from '../../src/endpoints/report/GetUserReportTickets.ts';
import { GetUserReportTicketsByStatus } from '../../src/endpoints/report/GetUserReportTicketsByStatus.ts';
import { GetUserReportWriterResultRecords } from '../../src/endpoints/report/GetUserReportWriterResultRecords.ts';
import { RemoveUserReportTicket } from '../../src/endpoints/report/RemoveUserReportTicket.ts';
import { ScheduleProductDeltaActivityReport } from '../../src/endpoints/report/ScheduleProductDeltaActivityReport.ts';
import { ScheduleProfitAndLossActivityReport } from '../../src/endpoints/report/ScheduleProfitAndLossActivityReport.ts';
import { ScheduleTradeActivityReport } from '../../src/endpoints/report/ScheduleTradeActivityReport.ts';
import { ScheduleTransactionActivityReport } from '../../src/endpoints/report/ScheduleTransactionActivityReport.ts';
import { received, sent, sentAnyway } from '../support/exchanged.ts';
import { sampleText } from '../support/samples.ts';

const span = {
  accountIdList: [7, 9],
  startTime: '2023-03-01T16:00:00.000Z',
  endTime: '2023-03-02T16:00:00.000Z',
};
const weekly = { accountIdList: [7], beginTime: '2023-03-30T16:00:00.000Z', frequency: 'Weekly' } as const;

describe.each([
  GenerateTradeActivityReport,
  GenerateTransactionActivityReport,
  GenerateProductDeltaActivityReport,
  GeneratePnLActivityReport,
])('$name', (Generate) => {
  it('is a command that names accounts and a time', () => {
    expect(sent(Generate, span)).toBe(
      '{"OMSId":1,"accountIdList":[7,9],"startTime":"2023-03-01T16:00:00.000Z","endTime":"2023-03-02T16:00:00.000Z"}',
    );
    expect(Generate.isCommand).toBe(true);
  });

  it('refuses no account, and a time in another form', () => {
    expect(sentAnyway(Generate, { ...span, accountIdList: [], endTime: '2023-03-02' })).toBe(
      `${Generate.name} was not sent: accountIdList should be a list of one entry or more but is an array of 0; endTime should be a time such as "2023-03-01T16:00:00.000Z", or a Date, but is "2023-03-02". Correct the call.`,
    );
    expect(sentAnyway(Generate, { ...span, accountIdList: [7, '9'] })).toMatch(
      /accountIdList\.1 should be an integer but is "9"/,
    );
  });

  it("is an error where the exchange refuses in a report's own way", () => {
    expect(received(Generate, '{"bAccepted":false,"rejectMessage":"Invalid account","requestId":""}')).toBe(
      `${Generate.name} was refused: Invalid account`,
    );
  });
});

describe.each([
  ScheduleTradeActivityReport,
  ScheduleTransactionActivityReport,
  ScheduleProductDeltaActivityReport,
  ScheduleProfitAndLossActivityReport,
])('$name', (Schedule) => {
  it('is a command that names accounts, a beginning and a frequency', () => {
    expect(sent(Schedule, { ...weekly, intervalDuration: 7 })).toBe(
      '{"OMSId":1,"accountIdList":[7],"beginTime":"2023-03-30T16:00:00.000Z","frequency":"Weekly","intervalDuration":7}',
    );
    expect(Schedule.isCommand).toBe(true);
  });

  it('needs no frequency', () => {
    const { accountIdList, beginTime } = weekly;
    expect(sent(Schedule, { accountIdList, beginTime })).toBe(
      '{"OMSId":1,"accountIdList":[7],"beginTime":"2023-03-30T16:00:00.000Z"}',
    );
  });

  it('refuses a frequency by number, which is not the same on all gateways', () => {
    expect(sentAnyway(Schedule, { ...weekly, frequency: 2 })).toBe(
      `${Schedule.name} was not sent: frequency should be one of onDemand, Hourly, Daily, Weekly, Monthly, Annually but is 2. Correct the call.`,
    );
    expect(sentAnyway(Schedule, { ...weekly, Frequency: 2 })).toMatch(/Frequency should be one of/);
  });

  it("is an error where the exchange refuses in a report's own way", () => {
    expect(received(Schedule, '{"bAccepted":false,"rejectMessage":"Not permitted"}')).toBe(
      `${Schedule.name} was refused: Not permitted`,
    );
  });
});

describe('a report ticket', () => {
  const text = sampleText('functions/GenerateTradeActivityReport.reply.02.json');
  const ticket = JSON.parse(text) as Readonly<Record<string, unknown>>;

  it('is read whatever the case of its keys, and of its frequency', () => {
    const upper = Object.fromEntries(
      Object.entries(ticket).map(([key, value]) => [key.toUpperCase(), value]),
    );
    expect(received(GenerateTradeActivityReport, text)).toEqual(ticket);
    expect(received(GenerateTradeActivityReport, JSON.stringify(upper))).toEqual(ticket);
    expect(
      received(GenerateTradeActivityReport, JSON.stringify({ ...ticket, ReportFrequency: 'OnDemand' })),
    ).toMatchObject({ ReportFrequency: 'onDemand' });
  });

  it('may have members that nobody knows, and no earlier report', () => {
    const unknown = {
      RequestStatus: 'Resting',
      reportFlavor: 'Tax',
      ReportFrequency: 7,
      lastInstanceId: null,
    };
    expect(received(GenerateTradeActivityReport, JSON.stringify({ ...ticket, ...unknown, more: 1 }))).toEqual(
      { ...ticket, ...unknown, more: 1 },
    );
  });

  it('keeps every digit of the time it spans', () => {
    const longest = text.replace('30240000000000', '9223372036854775807');
    expect(received(GenerateTradeActivityReport, longest)).toMatchObject({
      intervalDuration: 9223372036854775807n,
    });
  });

  it.each(Object.keys(ticket))('is not understood without %s', (key) => {
    const rest = Object.fromEntries(Object.entries(ticket).filter(([name]) => name !== key));
    expect(received(GetUserReportTickets, JSON.stringify([ticket, rest]))).toMatch(
      new RegExp(`^GetUserReportTickets: .* 1\\.${key} should be `),
    );
  });
});

describe('GetUserReportTickets', () => {
  it('names the user, and no order system', () => {
    expect(sent(GetUserReportTickets, { UserId: 6 })).toBe('{"UserId":6}');
    expect(received(GetUserReportTickets, '[]')).toEqual([]);
  });
});

describe('GetUserReportTicketsByStatus', () => {
  it('sends a bare list', () => {
    expect(
      sent(GetUserReportTicketsByStatus, [
        { RequestStatus: 'Completed' },
        { RequestStatus: 'UserCancelPending' },
      ]),
    ).toBe('[{"RequestStatus":"Completed"},{"RequestStatus":"UserCancelPending"}]');
  });

  it('refuses a status that is none, and no status', () => {
    expect(sentAnyway(GetUserReportTicketsByStatus, [{ RequestStatus: 'Done' }])).toMatch(
      /not sent: 0\.RequestStatus should be one of Submitted, .*, Pending but is "Done"\. Correct/,
    );
    expect(sent(GetUserReportTicketsByStatus, [])).toBe(
      'GetUserReportTicketsByStatus was not sent: the value should be a list of one entry or more but is an array of 0. Correct the call.',
    );
  });
});

describe('GetUserReportWriterResultRecords', () => {
  const record = {
    RequestingUser: 6,
    urtTicketId: '0e3b96ac-c72c-4821-b124-b1d5c653e89f',
    descriptorId: '66769552-cacd-471b-bb53-04b1ed1c87f9',
    resultStatus: 'SuccessComplete',
    reportExecutionStartTime: '2023-03-16T02:18:28.000Z',
    reportExecutionCompleteTime: '2023-03-16T02:18:29.000Z',
    reportOutputFilePathname: '/reports/6.csv',
  };

  it('names the user, and perhaps a page', () => {
    expect(sent(GetUserReportWriterResultRecords, { UserId: 6, Depth: 5, StartIndex: 0 })).toBe(
      '{"UserId":6,"Depth":5,"StartIndex":0}',
    );
  });

  it('reads the ending by name or number, and keys in any case', () => {
    const { descriptorId, ...rest } = record;
    const other = { ...rest, DescriptorId: descriptorId, resultStatus: 3 };
    expect(received(GetUserReportWriterResultRecords, JSON.stringify([record, other]))).toEqual([
      record,
      record,
    ]);
  });
});

describe('CancelUserReport', () => {
  it('is a command that names the report, and no order system', () => {
    expect(sent(CancelUserReport, { UserReportId: 'x' })).toBe('{"UserReportId":"x"}');
    expect(CancelUserReport.isCommand).toBe(true);
  });
});

describe('RemoveUserReportTicket', () => {
  const id = 'fb9bbe89-5263-d8dd-3115-4dd33b21cee7';

  it('is a command that sends the bare id in braces', () => {
    expect(sent(RemoveUserReportTicket, id)).toBe(`{${id}}`);
    expect(sent(RemoveUserReportTicket, `{${id.toUpperCase()}}`)).toBe(`{${id.toUpperCase()}}`);
    expect(RemoveUserReportTicket.isCommand).toBe(true);
  });

  it.each([`{${id}`, `${id}}`, `"${id}"`, id.slice(1), `${id}\n`, '', undefined, { RequestId: id }])(
    'refuses %p',
    (u) => {
      expect(sentAnyway(RemoveUserReportTicket, u)).toMatch(
        /^RemoveUserReportTicket was not sent: the value should be a GUID such as "fb9bbe89-5263-d8dd-3115-4dd33b21cee7" but is /,
      );
    },
  );
});

describe('DownloadDocument', () => {
  const reply = {
    descriptorId: '66769552-cacd-471b-bb53-04b1ed1c87f9',
    docName: 'trades.csv',
    numSlices: 2,
    statusCode: 'Success',
    statusMessage: 'Success',
  };

  it('names the file, and no order system', () => {
    expect(sent(DownloadDocument, { DescriptorId: 'x' })).toBe('{"DescriptorId":"x"}');
    expect(DownloadDocument.isCommand).toBe(false);
  });

  it('reads the keys in either case', () => {
    const upper = Object.fromEntries(
      Object.entries(reply).map(([key, value]) => [key.charAt(0).toUpperCase() + key.slice(1), value]),
    );
    expect(received(DownloadDocument, JSON.stringify(reply))).toEqual(reply);
    expect(received(DownloadDocument, JSON.stringify(upper))).toEqual(reply);
  });

  it('tells that there is nothing to fetch', () => {
    const failed = { statusCode: 'Error', statusMessage: 'No such document' };
    expect(received(DownloadDocument, JSON.stringify(failed))).toEqual(failed);
    expect(received(DownloadDocument, '{"bAccepted":false,"rejectMessage":"No"}')).toBe(
      'DownloadDocument was refused: No',
    );
  });
});

describe('DownloadDocumentSlice', () => {
  it('names the file and the slice, counted from 0', () => {
    expect(sent(DownloadDocumentSlice, { DescriptorId: 'x' })).toBe('{"DescriptorId":"x"}');
    expect(sent(DownloadDocumentSlice, { DescriptorId: 'x', sliceNum: 0 })).toBe(
      '{"DescriptorId":"x","sliceNum":0}',
    );
    expect(sent(DownloadDocumentSlice, { DescriptorId: 'x', sliceNum: -1 })).toMatch(
      /sliceNum should be an integer of 0 or more but is -1/,
    );
  });

  it('leaves the bytes in base64', () => {
    const base64Bytes =
      'IlJlZ2lzdGVyZWRFbnRpdHlJZCIsIlRyYW5zUmVwb3J0SWQiLCJUcmFuc1JlcG9ydFJldmlzaW9uIiwiVHJhbnNS';
    expect(
      received(DownloadDocumentSlice, sampleText('functions/DownloadDocumentSlice.reply.01.json')),
    ).toMatchObject({ base64Bytes, statusCode: 'Success' });
  });

  it('is not understood without the bytes', () => {
    expect(received(DownloadDocumentSlice, '{"statusCode":"Success","statusMessage":""}')).toMatch(
      /base64Bytes should be string but is undefined/,
    );
  });
});
