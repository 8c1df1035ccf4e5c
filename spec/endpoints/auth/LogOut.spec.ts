import { LogOut } from '../../../src/endpoints/auth/LogOut.ts';
import { sampleText } from '../../support/samples.ts';
import { received, sent, sentAnyway } from '../../support/exchanged.ts';

describe('LogOut', () => {
  it('is a command that takes nothing', () => {
    expect(sent(LogOut, {})).toBe('{}');
    expect(sentAnyway(LogOut, { OMSId: 1 })).toBe(
      'LogOut was not sent: OMSId should be left out, as there is no such field, but is 1. Correct the call.',
    );
    expect(LogOut.isCommand).toBe(true);
  });

  it('reads a yes that is written as text', () => {
    expect(received(LogOut, sampleText('streams/auth.logout.reply.json'))).toEqual({
      result: true,
      errormsg: '',
      errorcode: 0,
      detail: '',
    });
  });
});
