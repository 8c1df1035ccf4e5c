import { GatewayError } from '../../src/errors.ts';
import { isNotRecorded } from '../../src/recording/isNotRecorded.ts';

describe('isNotRecorded', () => {
  it('tells the refusal of a replay from that of an exchange, and from what is no refusal', () => {
    const refused = (errormsg: string) => new GatewayError('Own', { code: 104, errormsg, detail: null });
    expect(
      [refused('Not recorded'), refused('Resource Not Found'), new Error('Not recorded'), null].map(
        isNotRecorded,
      ),
    ).toEqual([...[true, false, false, false]]);
  });
});
