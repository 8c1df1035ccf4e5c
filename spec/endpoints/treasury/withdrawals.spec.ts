import { ConfirmWithdraw } from '../../../src/endpoints/treasury/ConfirmWithdraw.ts';
import {
  CreateWithdrawTicket,
  type CreateWithdrawTicketRequest,
} from '../../../src/endpoints/treasury/CreateWithdrawTicket.ts';
import { GetWithdraws } from '../../../src/endpoints/treasury/GetWithdraws.ts';
import { GetWithdrawTickets } from '../../../src/endpoints/treasury/GetWithdrawTickets.ts';
import {
  UpdateWithdrawTicket,
  type UpdateWithdrawTicketRequest,
} from '../../../src/endpoints/treasury/UpdateWithdrawTicket.ts';
import { received, sent, sentAnyway } from '../../support/exchanged.ts';
import { sampleText } from '../../support/samples.ts';

const withdrawal: CreateWithdrawTicketRequest = {
  ProductId: 3,
  Amount: '0.0010',
  TemplateForm: '{"ExternalAddress":"an address"}',
  TemplateType: 'ToExternalBitcoinAddress',
};

const ticket: UpdateWithdrawTicketRequest = {
  AssetManagerId: 1,
  AccountId: 7,
  AssetId: 3,
  AssetName: 'Bitcoin',
  Amount: '0.0001',
  TemplateForm: '{}',
  TemplateFormType: 'ToExternalBitcoinAddress',
  requestcode: 'd8c88f7c',
  RequestIP: '192.0.2.1',
  RequestUserId: 5,
  RequestUserName: 'someone',
  OperatorId: 1,
  Status: 'Confirmed2Fa',
  FeeAmt: 1e-8,
  UpdatedByUser: 1,
  UpdatedByUserName: 'admin',
  TicketNumber: 17,
  CreatedTimestamp: '2022-03-21T18:12:17.614Z',
  LastUpdateTimeStamp: '2022-03-21T18:16:02.640Z',
  Comments: [],
  Attachments: [],
  AuditLog: [],
};

const comment = {
  commentid: 72,
  EnteredBy: 1,
  EnteredDateTime: '2022-03-21T18:12:43.509Z',
  Comment: 'Paid by hand.',
  OperatorId: 1,
  TicketCode: 'd8c88f7c',
  TicketId: 17,
};

describe('a withdrawal', () => {
  it('is asked for with an amount that travels digit for digit', () => {
    expect(sent(CreateWithdrawTicket, withdrawal)).toBe(
      '{"OMSId":1,"ProductId":3,"Amount":"0.0010","TemplateForm":"{\\"ExternalAddress\\":\\"an address\\"}",' +
        '"TemplateType":"ToExternalBitcoinAddress"}',
    );
    // @ts-expect-error The form is needed.
    sent(CreateWithdrawTicket, { ProductId: 3, Amount: 1, TemplateType: 'Standard' });
  });

  it.each([
    [
      { ...withdrawal, Amount: '1e-3' },
      'Amount should be a decimal number, or one as text such as "0.10" but is "1e-3"',
    ],
    [{ ...withdrawal, TemplateForm: {} }, 'TemplateForm should be a text but is an object'],
    [{ ...withdrawal, AssetId: 3 }, 'AssetId should be left out, as there is no such field, but is 3'],
  ])('is not asked for with %p', (params, problem) => {
    expect(sentAnyway(CreateWithdrawTicket, params)).toBe(
      `CreateWithdrawTicket was not sent: ${problem}. Correct the call.`,
    );
  });

  it('is confirmed without telling the order system, and without showing the code', () => {
    expect(sent(ConfirmWithdraw, { UserId: 1, VerifyCode: 'abc' })).toBe('{"UserId":1,"VerifyCode":"abc"}');
    expect(sentAnyway(ConfirmWithdraw, { UserId: 1, VerifyCode: 7 })).toBe(
      'ConfirmWithdraw was not sent: VerifyCode should be a text but is a number. Correct the call.',
    );
    expect(received(ConfirmWithdraw, '{"result":true}')).toEqual({ result: true });
  });

  it('becomes what is sent: the status by number, each comment with its order system', () => {
    expect(JSON.parse(sent(UpdateWithdrawTicket, { ...ticket, Comments: [comment] }))).toEqual({
      ...ticket,
      OMSId: 1,
      Status: 22,
      FeeAmt: '0.00000001',
      Comments: [{ ...comment, OMSId: 1 }],
    });
  });

  it('names what is wrong inside a list', () => {
    const wrong = { ...ticket, Comments: [comment, { ...comment, EnteredBy: 'me' }], Attachments: {} };
    expect(sentAnyway(UpdateWithdrawTicket, wrong)).toBe(
      'UpdateWithdrawTicket was not sent: Comments.1.EnteredBy should be an integer but is "me"; ' +
        'Attachments should be a list of attachments but is an object. Correct the call.',
    );
  });

  it('is read with its times exact and its comments', () => {
    const text = sampleText('functions/GetWithdrawTickets.reply.01.json');
    expect(received(GetWithdrawTickets, text)).toMatchObject([
      {
        TicketNumber: 304,
        Status: 'FullyProcessed',
        CreatedTimestampTick: 638174586582516883n,
        Comments: [{ CommentId: 959 }, { CommentId: 960 }, { CommentId: 964 }],
      },
    ]);
    expect(received(GetWithdrawTickets, text.replace('"CommentId"', '"Id"'))).toMatch(
      /: 0\.Comments\.0\.CommentId should be an integer but is undefined\b/,
    );
  });

  it('is read from older gateways, whatever the case of the keys, with the status by name', () => {
    const text = sampleText('functions/GetWithdraws.reply.01.json');
    expect(received(GetWithdraws, text)).toMatchObject([{ OMSId: 0, TicketStatus: 'New', WithdrawType: '' }]);
    expect(received(GetWithdraws, text.replace('"AssetType":0,', ''))).toBe(
      "GetWithdraws: the exchange's payload was not understood: 0.AssetType should be an integer but is undefined.",
    );
  });
});
