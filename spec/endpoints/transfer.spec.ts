import { BatchTransfer } from '../../src/endpoints/transfer/BatchTransfer.ts';
import { ConfirmRequestTransferFunds } from '../../src/endpoints/transfer/ConfirmRequestTransferFunds.ts';
import { ConfirmTransferFunds } from '../../src/endpoints/transfer/ConfirmTransferFunds.ts';
import { ConfirmTransferFundsRegisterUser } from '../../src/endpoints/transfer/ConfirmTransferFundsRegisterUser.ts';
import { GetRequestTransfer } from '../../src/endpoints/transfer/GetRequestTransfer.ts';
import { GetRequestTransferRequestsReceived } from '../../src/endpoints/transfer/GetRequestTransferRequestsReceived.ts';
import { GetTransfer } from '../../src/endpoints/transfer/GetTransfer.ts';
import { GetTransfersHistory } from '../../src/endpoints/transfer/GetTransfersHistory.ts';
import { RequestTransferFunds } from '../../src/endpoints/transfer/RequestTransferFunds.ts';
import { TransferFunds } from '../../src/endpoints/transfer/TransferFunds.ts';
import { endpoints } from '../support/catalogue.ts';
import { received, sent, sentAnyway } from '../support/exchanged.ts';
import { sampleText } from '../support/samples.ts';

const transfer = { SenderAccountId: 1, ProductId: 1, Amount: '100.00', Notes: '' };

describe('the functions that move funds', () => {
  it('are commands, and those that only ask are none', () => {
    const wrong = endpoints.filter(
      ({ name, isCommand }) => name.includes('Transfer') && isCommand === name.startsWith('Get'),
    );
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });
});

describe('TransferFunds', () => {
  it('pays an account or a user', () => {
    expect(sent(TransferFunds, { ...transfer, ReceiverAccountId: 10 })).toBe(
      '{"OMSId":1,"SenderAccountId":1,"ProductId":1,"Amount":"100.00","Notes":"","ReceiverAccountId":10}',
    );
    expect(sent(TransferFunds, { ...transfer, ReceiverUsername: 'someone' })).toBe(
      '{"OMSId":1,"SenderAccountId":1,"ProductId":1,"Amount":"100.00","Notes":"","ReceiverUsername":"someone"}',
    );
    // @ts-expect-error Somebody must receive it.
    sent(TransferFunds, transfer);
  });

  it.each([
    [transfer, 'ReceiverAccountId should be an integer but is undefined'],
    [
      { ...transfer, ReceiverAccountId: 10, ReceiverUsername: 'someone' },
      'ReceiverUsername should be left out, as an account is given, but is "someone"',
    ],
    [{ ...transfer, ReceiverAccountId: 10, Notes: undefined }, 'Notes should be a text but is undefined'],
    [
      { ...transfer, ReceiverAccountId: 10, Amount: Infinity },
      'Amount should be a decimal number, or one as text such as "0.10" but is Infinity',
    ],
  ])('refuses %p', (params, problem) => {
    expect(sentAnyway(TransferFunds, params)).toBe(
      `TransferFunds was not sent: ${problem}. Correct the call.`,
    );
  });

  it('has the transfer as JSON text', () => {
    expect(received(TransferFunds, sampleText('functions/TransferFunds.reply.01.json'))).toMatchObject({
      result: true,
      detail: expect.stringMatching(/^\{"TransferId":220,/) as string,
    });
  });
});

describe('BatchTransfer', () => {
  it('sends a bare list, each transfer with its order system', () => {
    const toAccount = { ...transfer, ReceiverAccountId: 10 };
    expect(JSON.parse(sent(BatchTransfer, [toAccount, { ...toAccount, OMSId: 2 }]))).toEqual([
      { OMSId: 1, ...toAccount },
      { ...toAccount, OMSId: 2 },
    ]);
  });

  it.each([
    [[], ' should be a list of one entry or more but is an array of 0'],
    [
      [{ ...transfer, ReceiverAccountId: 10 }, transfer],
      '1.ReceiverAccountId should be an integer but is undefined',
    ],
    [
      [{ ...transfer, ReceiverAccountId: 10, ReceiverUsername: 'someone' }],
      '0.ReceiverUsername should be left out, as there is no such field, but is "someone"',
    ],
  ])('refuses %p', (params, problem) => {
    expect(sentAnyway(BatchTransfer, params)).toContain(problem);
  });
});

describe('a transfer', () => {
  it('is read with its times exact', () => {
    expect(received(GetTransfer, sampleText('functions/GetTransfer.reply.01.json'))).toMatchObject({
      CreatedTimeInTicks: 637836628541673107n,
      LastUpdatedTimeInTicks: 637836628541749306n,
      TransferState: 'Accepted',
    });
  });

  it('names what is missing', () => {
    const text = sampleText('functions/GetTransfer.reply.01.json').replace('"Amount":0.0001,', '');
    expect(received(GetTransfer, text)).toBe(
      "GetTransfer: the exchange's payload was not understood: Amount should be a decimal number but is undefined.",
    );
  });

  it('is looked for by ticks', () => {
    expect(sent(GetTransfersHistory, { AccountId: 1, StartTimeStamp: 637992910693518990n })).toBe(
      '{"OMSId":1,"AccountId":1,"StartTimeStamp":637992910693518990}',
    );
  });

  it('is confirmed without parameters on older gateways', () => {
    expect(sent(ConfirmTransferFunds, {})).toBe('{}');
    expect(sentAnyway(ConfirmTransferFunds, { TransferId: 1 })).toBe(
      'ConfirmTransferFunds was not sent: TransferId should be left out, as there is no such field, but is 1. Correct the call.',
    );
  });

  it('registers its receiver without showing a secret', () => {
    expect(sentAnyway(ConfirmTransferFundsRegisterUser, { UserId: 5, VerifyEmailCode: 1, Password: 2 })).toBe(
      'ConfirmTransferFundsRegisterUser was not sent: VerifyEmailCode should be a text but is a number; ' +
        'Password should be a text but is a number. Correct the call.',
    );
  });
});

describe('a request for funds', () => {
  it('has a code, whatever the case of its key', () => {
    expect(received(RequestTransferFunds, '{"result":true,"RequestCode":"a"}')).toEqual({
      result: true,
      requestcode: 'a',
    });
    expect(received(RequestTransferFunds, '{"result":true}')).toMatch(
      /: requestcode should be string but is undefined\.$/,
    );
  });

  it('is answered with its code, or with the standard words', () => {
    expect(received(ConfirmRequestTransferFunds, '{"result":true,"requestcode":"a"}')).toEqual({
      result: true,
      requestcode: 'a',
    });
    expect(
      received(ConfirmRequestTransferFunds, '{"result":true,"errormsg":null,"errorcode":0,"detail":null}'),
    ).toMatchObject({ errormsg: null });
  });

  it('is listed by who is to pay', () => {
    expect(sent(GetRequestTransferRequestsReceived, { PayerAccountId: 9 })).toBe(
      '{"OMSId":1,"PayerAccountId":9}',
    );
    expect(sentAnyway(GetRequestTransferRequestsReceived, { RequestorAccountId: 9 })).toBe(
      'GetRequestTransferRequestsReceived was not sent: PayerAccountId should be an integer but is undefined. Correct the call.',
    );
  });

  it('may stand where this version does not know', () => {
    const text = sampleText('functions/GetRequestTransfer.reply.01.json');
    expect(received(GetRequestTransfer, text)).toMatchObject({ Status: 'TransferCompleted' });
    expect(received(GetRequestTransfer, text.replace('TransferCompleted', 'Expired'))).toMatchObject({
      Status: 'Expired',
    });
  });
});
