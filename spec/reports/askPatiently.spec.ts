import * as t from 'io-ts';
import { endpoint } from '../../src/endpoint.ts';
import { GatewayError } from '../../src/errors.ts';
import { askPatientlyOver } from '../../src/reports/askPatiently.ts';
import { scriptedExchange } from '../../src/testing/scriptedExchange.ts';
import { connect } from '../support/connect.ts';
import { marbles } from '../support/marbles.ts';

const Add = endpoint({ name: 'Add', request: t.unknown, reply: t.number });
const refusal = (detail: string) => ({ result: false, errormsg: 'Operation Failed', errorcode: 101, detail });

describe('askPatientlyOver', () => {
  it('asks again after a time limit, and after a refusal for too many requests, and tells both', () => {
    marbles(({ expectObservable, flush }) => {
      const answers: unknown[] = [undefined, refusal('Too many requests'), 3];
      const client = connect(scriptedExchange({ answer: () => answers.shift() }));
      const told: string[] = [];
      client.error$.subscribe((error) => told.push(error._tag));

      expectObservable(askPatientlyOver(client)(Add, {})).toBe('1600ms (r|)', { r: 3 });
      flush();
      expect(told).toEqual(['RequestTimeout', 'GatewayError']);
      client.close();
    });
  });

  it('errors with a refusal that does not pass', () => {
    marbles(({ expectObservable }) => {
      const client = connect(scriptedExchange({ answer: () => refusal('No') }));
      const refused = new GatewayError('Add', { code: 101, errormsg: 'Operation Failed', detail: 'No' });
      expectObservable(askPatientlyOver(client)(Add, {})).toBe('#', undefined, refused);
    });
  });
});
