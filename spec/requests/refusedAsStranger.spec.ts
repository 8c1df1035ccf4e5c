import * as E from 'fp-ts/lib/Either.js';
import { GatewayError, RequestTimeout } from '../../src/errors.ts';
import { refusedAsStranger } from '../../src/requests/refusedAsStranger.ts';

const refusal = (code: number | undefined, errormsg: string): GatewayError =>
  new GatewayError('F', { code, errormsg, detail: null });

describe('refusedAsStranger', () => {
  it('finds "not authorized" in both of its forms', () => {
    const [code, words] = [refusal(20, 'Not Authorized'), refusal(undefined, 'Endpoint Not Found')];

    expect(refusedAsStranger(E.left(code))).toBe(code);
    expect(refusedAsStranger(E.left(words))).toBe(words);
  });

  it('finds nothing in any other outcome', () => {
    const others = [E.right(1), E.left(refusal(104, 'Not Found')), E.left(new RequestTimeout('F', true, 1))];

    expect(others.map(refusedAsStranger)).toEqual([undefined, undefined, undefined]);
  });
});
