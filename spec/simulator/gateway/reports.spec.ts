import { createExchange, demoUsers, type Exchange, profiles } from '../../../src/simulator/index.ts';
import { type Call, dialAs, refusal, success } from '../support/dial.ts';
import { noon, pass, trade } from '../support/scene.ts';

const [trader, partner, auditor] = demoUsers;
const own = { OMSId: 1, accountIdList: [7] };
const day = { startTime: '2026-01-02T00:00:00.000Z', endTime: '2026-01-03T00:00:00.000Z' };
const me = { UserId: 64 };

interface Ticket {
  readonly RequestId: string;
  readonly RequestStatus: string;
}
interface ResultRecord {
  readonly urtTicketId: string;
  readonly descriptorId: string;
  readonly reportExecutionCompleteTime: string;
}
interface Document {
  readonly docName: string;
  readonly numSlices: number;
  readonly statusCode: string;
}

/** The cells of a CSV text that has no quotes in its cells. */
const cellsOf = (csv: string): readonly (readonly string[])[] =>
  csv
    .trimEnd()
    .split('\r\n')
    .map((line) => line.slice(1, -1).split('","'));

describe('the reports', () => {
  let exchange: Exchange;
  let call: Call;
  beforeEach(() => {
    jest.useFakeTimers();
    exchange = createExchange({ startTime: noon });
    call = dialAs(exchange, trader);
  });
  afterEach(() => {
    exchange.close();
    jest.useRealTimers();
  });

  /** Lets hours pass; a login would not outlive one in silence. */
  const wait = (hours: number): void => {
    for (let half = 0; half < 2 * hours; half += 1) {
      pass(1_800_000);
      call.ask('Ping');
    }
  };
  const generate = (kind: string, payload: object = { ...own, ...day }): Ticket =>
    call.ask(`Generate${kind}Report`, payload) as Ticket;
  const schedule = (payload: object): Ticket =>
    call.ask('ScheduleTradeActivityReport', { ...own, ...payload }) as Ticket;
  const tickets = (): readonly Ticket[] => call.ask('GetUserReportTickets', me) as readonly Ticket[];
  const statuses = (): readonly string[] => tickets().map(({ RequestStatus }) => RequestStatus);
  const records = (page: object = {}): readonly ResultRecord[] =>
    call.ask('GetUserReportWriterResultRecords', { ...me, ...page }) as readonly ResultRecord[];
  const slice = (DescriptorId: string, sliceNum: number): Buffer => {
    const { base64Bytes } = call.ask('DownloadDocumentSlice', { DescriptorId, sliceNum }) as {
      readonly base64Bytes: string;
    };
    return Buffer.from(base64Bytes, 'base64');
  };
  const download = (DescriptorId: string): string => {
    const { numSlices } = call.ask('DownloadDocument', { DescriptorId }) as Document;
    return Buffer.concat(
      Array.from({ length: numSlices }, (_, index) => slice(DescriptorId, index)),
    ).toString('utf8');
  };
  const documentOf = ({ RequestId }: Ticket): string =>
    records().find(({ urtTicketId }) => urtTicketId === RequestId)?.descriptorId ?? '';
  const written = (kind: string): readonly (readonly string[])[] => {
    const ticket = generate(kind);
    pass(2_000);
    return cellsOf(download(documentOf(ticket)));
  };

  it('go from the ticket by polling to the document, whose slices are the trades of the account', () => {
    for (let n = 1; n <= 150; n += 1) trade(exchange, `${100 + n}.00`, '0.001');
    const ticket = generate('TradeActivity');

    expect(ticket).toMatchObject({
      RequestingUser: 64,
      reportFlavor: 'TradeActivity',
      RequestStatus: 'Submitted',
      ReportFrequency: 'onDemand',
      intervalStartTime: day.startTime,
      intervalEndTime: day.endTime,
      intervalDuration: 864_000_000_000,
      accountIds: [7],
    });
    expect(records()).toEqual([]);
    pass(1_000);
    expect(statuses()).toEqual(['InProgress']);
    pass(1_000);
    expect(statuses()).toEqual(['Completed']);

    const [record] = records();
    const { numSlices, docName } = call.ask('DownloadDocument', {
      DescriptorId: record?.descriptorId,
    }) as Document;
    expect(record?.urtTicketId).toBe(ticket.RequestId);
    expect(docName).toMatch(/\.csv$/);
    expect(numSlices).toBeGreaterThan(1);

    const [head, ...rows] = cellsOf(download(record?.descriptorId ?? ''));
    const trades = call.ask('GetAccountTrades', { OMSId: 1, AccountId: 7 }) as readonly Readonly<
      Record<string, unknown>
    >[];
    const plain = (cell: unknown): string => String(Number(cell) || cell);
    expect(rows).toHaveLength(150);
    expect(rows.map((row) => row.map(plain))).toEqual(
      trades.toReversed().map((told) => (head ?? []).map((column) => plain(told[column]))),
    );
  });

  it('tell what was within their span when they were written, and stay as they are', () => {
    trade(exchange, '100.00', '0.1');
    const ticket = generate('TradeActivity');
    pass(2_000);
    const first = download(documentOf(ticket));
    pass(1_000);
    trade(exchange, '101.00', '0.1');

    expect(cellsOf(first)).toHaveLength(2);
    expect(download(documentOf(ticket))).toBe(first);
    const early = generate('TradeActivity', { ...own, ...day, endTime: '2026-01-02T11:00:00.000Z' });
    pass(2_000);
    expect(cellsOf(download(documentOf(early)))).toHaveLength(1);
  });

  it('tell transactions, changes of balances, and what trading has brought', () => {
    trade(exchange, '100.00', '0.5');
    exchange.market.deposit(7, 3, '10');
    const transactions = call.ask('GetAccountTransactions', {
      OMSId: 1,
      AccountId: 7,
    }) as readonly { readonly TransactionId: number }[];

    expect(written('TransactionActivity').map(([id]) => id)).toEqual([
      'TransactionId',
      ...transactions.map(({ TransactionId }) => String(TransactionId)).toReversed(),
    ]);
    expect(
      written('ProductDeltaActivity').map(([account, id, , , , balance]) => [account, id, Number(balance)]),
    ).toEqual([
      ['AccountId', 'ProductId', NaN],
      ['7', '1', 2.4995],
      ['7', '2', 30],
      ['7', '3', 249_960],
      ['7', '4', 5_000_000],
    ]);
    expect(written('PnLActivity')).toEqual([
      [
        'AccountId',
        'InstrumentId',
        'QuantityBought',
        'QuantitySold',
        'ValueBought',
        'ValueSold',
        'NetQuantity',
        'NetValue',
      ],
      ['7', '1', '0.500000', '0', '50.00000000', '0', '0.500000', '-50.00000000'],
    ]);
  });

  it('are written again and again where they are scheduled, until they are cancelled', () => {
    const ticket = schedule({ beginTime: '2026-01-02T12:00:00.000Z', Frequency: 'hourly' });
    trade(exchange, '100.00', '0.1');
    expect(ticket).toMatchObject({
      RequestStatus: 'Submitted',
      ReportFrequency: 'Hourly',
      intervalEndTime: '2026-01-02T13:00:00.000Z',
    });
    wait(1);
    expect(statuses()).toEqual(['Scheduled']);
    expect(records()).toEqual([]);
    pass(1_000);
    expect(records()).toHaveLength(1);
    wait(1);
    expect(records().map(({ descriptorId }) => cellsOf(download(descriptorId)).length)).toEqual([1, 2]);

    expect(call.ask('CancelUserReport', { UserReportId: ticket.RequestId })).toEqual(success);
    wait(24);
    expect(statuses()).toEqual(['UserCancelled']);
    expect(records()).toHaveLength(2);
    expect(call.ask('CancelUserReport', { UserReportId: ticket.RequestId })).toMatchObject({
      errorcode: 101,
    });
  });

  it.each(['Trade', 'Transaction', 'ProductDelta', 'ProfitAndLoss'])(
    'are scheduled by the name of the frequency, in any case, or by its number: %s',
    (kind) => {
      const begin = { ...own, beginTime: '2026-01-02T12:00:00.000Z' };
      const scheduled = (frequency: object): unknown =>
        call.ask(`Schedule${kind}ActivityReport`, { ...begin, ...frequency });
      const as = (ReportFrequency: string): unknown =>
        expect.objectContaining({ RequestStatus: 'Submitted', ReportFrequency });

      expect([0, 1, 2, 3, 4].map((frequency) => scheduled({ frequency }))).toEqual(
        ['Hourly', 'Daily', 'Weekly', 'Monthly', 'Annually'].map(as),
      );
      expect(scheduled({ Frequency: 1 })).toEqual(as('Daily'));
      expect(scheduled({ frequency: '2' })).toEqual(as('Weekly'));
      expect(scheduled({ Frequency: 'monthly' })).toEqual(as('Monthly'));
      for (const frequency of [5, 6, -1, 0.5, '', 'Yearly', true]) {
        expect(scheduled({ frequency })).toMatchObject({ result: false, errorcode: 100 });
      }
    },
  );

  it.each(['notbank', 'bitazza', 'ndax', 'foxbit'] as const)(
    'take keys in the case that another client of the venue writes them in: %s',
    (venue) => {
      const venueExchange = createExchange({ startTime: noon, ...profiles[venue] });
      const stranger = dialAs(venueExchange, trader);

      expect(
        stranger.ask('GenerateTradeActivityReport', {
          OMSId: 1,
          AccountIdList: [7],
          StartTime: day.startTime,
          EndTime: day.endTime,
        }),
      ).toMatchObject({ RequestStatus: 'Submitted' });
      venueExchange.close();
    },
  );

  it('keep a hundred documents of a schedule, however far back it begins', () => {
    schedule({ beginTime: '1970-01-01T00:00:00.000Z', frequency: 'Hourly' });
    pass(2_000);

    expect(records({ Depth: 1_000 })).toHaveLength(100);
    expect(records({ Depth: 7, StartIndex: 96 })).toHaveLength(4);
  });

  it('are found by how they stand, and forgotten once their ticket is removed', () => {
    const done = generate('TradeActivity');
    pass(2_000);
    const document = documentOf(done);
    const fresh = generate('TransactionActivity');
    const found = (payload: unknown): readonly string[] =>
      (call.ask('GetUserReportTicketsByStatus', payload) as readonly Ticket[]).map(
        ({ RequestId }) => RequestId,
      );

    expect(found([{ RequestStatus: 'Completed' }])).toEqual([done.RequestId]);
    expect(found(['Submitted', 'completed'])).toEqual([done.RequestId, fresh.RequestId]);
    expect(found([])).toEqual([]);

    expect(call.ask('RemoveUserReportTicket', `{${done.RequestId}}`)).toEqual(success);
    expect(call.ask('RemoveUserReportTicket', `"${fresh.RequestId}"`)).toEqual(success);
    expect(tickets()).toEqual([]);
    expect(call.ask('DownloadDocument', { DescriptorId: document })).toMatchObject({ statusCode: 'Error' });
    expect(call.ask('RemoveUserReportTicket', `{${done.RequestId}}`)).toMatchObject({ errorcode: 104 });
    expect(call.ask('RemoveUserReportTicket', {})).toMatchObject({ errorcode: 100 });
  });

  it("are nobody else's, whoever may see the account", () => {
    const ticket = generate('TradeActivity');
    pass(2_000);
    const document = documentOf(ticket);
    call = dialAs(exchange, auditor);

    expect(call.ask('GetUserReportTickets', { UserId: 66 })).toEqual([]);
    expect(call.ask('GetUserReportTickets', me)).toBe('Endpoint Not Found');
    expect(call.ask('DownloadDocument', { DescriptorId: document })).toMatchObject({ statusCode: 'Error' });
    expect(call.ask('DownloadDocumentSlice', { DescriptorId: document })).toMatchObject({
      base64Bytes: '',
      statusCode: 'Error',
    });
    expect(call.ask('CancelUserReport', { UserReportId: ticket.RequestId })).toMatchObject({
      errorcode: 104,
    });
    call = dialAs(exchange, partner);
    expect(generate('TradeActivity')).toBe('Endpoint Not Found');
  });

  it('are refused in their own words, or as every call that cannot be read', () => {
    const no = (rejectMessage: string) =>
      expect.objectContaining({ bAccepted: false, rejectMessage }) as unknown;

    expect(generate('TradeActivity', { ...own, startTime: day.endTime, endTime: day.startTime })).toEqual(
      no('The end is not after the beginning'),
    );
    expect(generate('TradeActivity', { ...own, ...day, accountIdList: [] })).toEqual(
      refusal(100, 'Invalid Request', 'accountIdList must be an Array of one Integer or more'),
    );
    expect(generate('TradeActivity', { ...own, ...day, startTime: '02/01/2026' })).toEqual(
      refusal(100, 'Invalid Request', 'startTime must be an ISO 8601 time with a zone'),
    );
    expect(generate('TradeActivity', { ...own, ...day, accountIdList: [12_345] })).toMatchObject({
      errorcode: 104,
    });
    expect(schedule({ beginTime: day.startTime, frequency: 'onDemand' })).toMatchObject({ errorcode: 100 });
    expect(schedule({ beginTime: day.startTime })).toMatchObject({ errorcode: 100 });
    expect(tickets()).toEqual([]);
  });

  it('are as many for one user as there are tickets left', () => {
    const many = Array.from({ length: 101 }, () => generate('TradeActivity'));

    expect(many.at(-2)).toMatchObject({ RequestStatus: 'Submitted' });
    expect(many.at(-1)).toMatchObject({ bAccepted: false, rejectMessage: 'Too many reports' });
    call.ask('RemoveUserReportTicket', `{${many[0]?.RequestId}}`);
    expect(generate('TradeActivity')).toMatchObject({ RequestStatus: 'Submitted' });
  });
});
