import { GenerateTreasuryActivityReport } from '../../../src/endpoints/report/GenerateTreasuryActivityReport.ts';
import { GetTreasuryProductsForAccount } from '../../../src/endpoints/report/GetTreasuryProductsForAccount.ts';
import { ScheduleTreasuryActivityReport } from '../../../src/endpoints/report/ScheduleTreasuryActivityReport.ts';
import { received, sent, sentAnyway } from '../../support/exchanged.ts';
import { sampleText } from '../../support/samples.ts';

const schedule = { accountIdList: [7], beginTime: '2023-03-30T16:00:00.000Z' };

describe('ScheduleTreasuryActivityReport', () => {
  it('spells the frequency with a capital, and sends its name', () => {
    expect(sent(ScheduleTreasuryActivityReport, { ...schedule, Frequency: 'Weekly' })).toBe(
      '{"OMSId":1,"accountIdList":[7],"beginTime":"2023-03-30T16:00:00.000Z","Frequency":"Weekly"}',
    );
    expect(sentAnyway(ScheduleTreasuryActivityReport, { ...schedule, frequency: 'Weekly' })).toBe(
      'ScheduleTreasuryActivityReport was not sent: frequency should be left out, as there is no such field, but is "Weekly". Correct the call.',
    );
    expect(sentAnyway(ScheduleTreasuryActivityReport, { ...schedule, Frequency: 2 })).toMatch(
      /Frequency should be one of onDemand, Hourly, Daily, Weekly, Monthly, Annually but is 2\./,
    );
  });

  it('needs no frequency', () => {
    expect(sent(ScheduleTreasuryActivityReport, schedule)).toBe(
      '{"OMSId":1,"accountIdList":[7],"beginTime":"2023-03-30T16:00:00.000Z"}',
    );
  });

  it('is a command, as is a report once', () => {
    expect(ScheduleTreasuryActivityReport.isCommand && GenerateTreasuryActivityReport.isCommand).toBe(true);
  });

  it('answers with a ticket', () => {
    const text = sampleText('functions/GenerateTreasuryActivityReport.reply.01.json');
    expect(received(ScheduleTreasuryActivityReport, text)).toMatchObject({
      reportFlavor: 'Treasury',
      intervalDuration: 864000000000,
    });
  });
});

describe('GetTreasuryProductsForAccount', () => {
  it('lists symbols', () => {
    expect(received(GetTreasuryProductsForAccount, '["ETH","USD"]')).toEqual(['ETH', 'USD']);
    expect(received(GetTreasuryProductsForAccount, '["ETH",1]')).toMatch(/: 1 should be string but is 1\.$/);
  });
});
