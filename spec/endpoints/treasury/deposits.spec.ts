import { AddDepositTicketAttachment } from '../../../src/endpoints/treasury/AddDepositTicketAttachment.ts';
import { CreateDepositTicket } from '../../../src/endpoints/treasury/CreateDepositTicket.ts';
import { GetDepositInfo } from '../../../src/endpoints/treasury/GetDepositInfo.ts';
import { GetDeposits } from '../../../src/endpoints/treasury/GetDeposits.ts';
import { GetDepositTicketAttachment } from '../../../src/endpoints/treasury/GetDepositTicketAttachment.ts';
import { GetDepositTickets } from '../../../src/endpoints/treasury/GetDepositTickets.ts';
import { GetWithdrawTemplateTypes } from '../../../src/endpoints/treasury/GetWithdrawTemplateTypes.ts';
import { SubmitWithdrawTicketComment } from '../../../src/endpoints/treasury/SubmitWithdrawTicketComment.ts';
import { UpdateDepositTicket } from '../../../src/endpoints/treasury/UpdateDepositTicket.ts';
import { endpoints } from '../../support/catalogue.ts';
import { received, sent, sentAnyway } from '../../support/exchanged.ts';
import { sampleText } from '../../support/samples.ts';

describe('the functions that change something about deposits and withdrawals', () => {
  it('are commands, and those that only ask are none', () => {
    const ofTreasury = /Deposit|Withdraw/;
    const apart = new Set(['GetDepositInfo', 'GetNewDepositAddress']);
    const wrong = endpoints.filter(
      ({ name, isCommand }) =>
        ofTreasury.test(name) && isCommand !== (!name.startsWith('Get') || apart.has(name)),
    );
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });
});

describe('a deposit', () => {
  it('is announced, and refused as a value where the exchange says so', () => {
    const reply = '{"success":false,"RequestCode":"","ticketnumber":0,"referenceid":""}';
    expect(received(CreateDepositTicket, reply)).toEqual({
      success: false,
      requestcode: '',
      ticketnumber: 0,
      referenceid: '',
    });
    expect(received(CreateDepositTicket, '{"success":true,"requestcode":"a","referenceid":"b"}')).toBe(
      "CreateDepositTicket: the exchange's payload was not understood: ticketnumber should be an integer but is undefined.",
    );
  });

  it('is changed with its form as an object', () => {
    const params = {
      AssetManagerId: 1,
      AccountId: 7,
      AssetId: 1,
      Amount: 100,
      RequestUser: 5,
      OperatorId: 1,
      Status: 'Accepted',
      FeeAmt: 3,
      UpdatedByUser: 1,
      TicketNumber: 316n,
      CreatedTimestamp: '2023-04-17T08:07:44.516Z',
      LastUpdateTimeStamp: '2023-04-17T08:07:44.555Z',
    } as const;
    expect(sent(UpdateDepositTicket, { ...params, DepositInfo: { fullname: 'Someone' } })).toMatch(
      /"Status":2,.*"TicketNumber":316,"DepositInfo":\{"fullname":"Someone"\}/,
    );
    expect(sentAnyway(UpdateDepositTicket, { ...params, DepositInfo: '{}' })).toBe(
      'UpdateDepositTicket was not sent: DepositInfo should be an object but is "{}". Correct the call.',
    );
  });

  it('is listed with its times exact', () => {
    expect(
      received(GetDepositTickets, sampleText('functions/GetDepositTickets.reply.01.json')),
    ).toMatchObject([
      { CreatedTimestampTick: 638173156645164924n, RejectReason: null },
      { TicketNumber: 315 },
    ]);
    expect(received(GetDeposits, sampleText('functions/GetDeposits.reply.01.json'))).toMatchObject([
      { LastUpdateTimeStamp: 637828669390668587n, TicketStatus: 'FullyProcessed' },
      { ProductType: 'CryptoCurrency' },
    ]);
  });

  it('has its addresses as JSON text', () => {
    const text = sampleText('functions/GetDepositInfo.reply.02.json');
    expect(received(GetDepositInfo, text)).toMatchObject({ result: true, DepositInfo: '["0xfake"]' });
  });
});

describe('templates', () => {
  it('are refused in the standard way, though the key of the code is another', () => {
    const refusal = '{"result":false,"errormsg":"Resource Not Found","statuscode":104,"TemplateTypes":null}';
    expect(received(GetWithdrawTemplateTypes, refusal)).toMatch(
      /^GetWithdrawTemplateTypes was refused: Resource Not Found \(code 104\)/,
    );
  });

  it('name what is missing in one of them', () => {
    const reply = '{"result":true,"TemplateTypes":[{"AccountProviderId":7,"TemplateName":"Standard"}]}';
    expect(received(GetWithdrawTemplateTypes, reply)).toMatch(
      /: TemplateTypes\.0\.AccountProviderName should be string but is undefined\.$/,
    );
  });
});

describe('what is added to a ticket', () => {
  it('is a comment with its time, a zone included', () => {
    const params = { TicketCode: 'a', TicketId: 285, EnteredDateTime: '2023-01-17T13:39:53' };
    expect(sentAnyway(SubmitWithdrawTicketComment, params)).toBe(
      'SubmitWithdrawTicketComment was not sent: EnteredDateTime should be a time such as ' +
        '"2023-03-01T16:00:00.000Z", or a Date, but is "2023-01-17T13:39:53". Correct the call.',
    );
    expect(received(SubmitWithdrawTicketComment, '{"success":true,"CommentId":459}')).toEqual({
      success: true,
      commentid: 459,
    });
  });

  it('is a file whose id may need 64 bits', () => {
    expect(received(AddDepositTicketAttachment, '{"success":true,"attachmentid":9007199254740993}')).toEqual({
      success: true,
      attachmentid: 9007199254740993n,
    });
  });

  it('is a file that is read whatever the case of the keys, with null for what is not known', () => {
    const file = {
      base64Attachment: null,
      attachmentId: 3,
      submittedByUserId: 5,
      submittedByUserName: null,
      uploadDate: '0001-01-01T00:00:00',
      uploadIP: null,
      ticketNumber: 285,
      description: null,
    };
    expect(received(GetDepositTicketAttachment, JSON.stringify(file))).toMatchObject({
      attachmentid: 3,
      Base64Attachment: null,
      TicketNumber: 285,
    });
  });
});
