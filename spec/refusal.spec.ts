import fc from 'fast-check';
import { MessageType } from '../src/frame.ts';
import { readExactJson } from '../src/json/exactJson.ts';
import { refusalOf } from '../src/refusal.ts';

const { Error: Failure, Reply } = MessageType;
const inReply = (value: unknown): unknown => refusalOf(Reply, value);
const inError = (value: unknown): unknown => refusalOf(Failure, value);

describe('refusalOf', () => {
  it('takes the words of an error frame', () => {
    expect(inError('Endpoint Not Found')).toEqual({
      code: undefined,
      errormsg: 'Endpoint Not Found',
      detail: null,
    });
  });

  it('takes the standard object of an error frame, whatever its result says', () => {
    const refusal = { code: 20, errormsg: 'Not Authorized', detail: null };
    expect(inError({ result: false, errormsg: 'Not Authorized', errorcode: 20, detail: null })).toEqual(
      refusal,
    );
    expect(inError({ errormsg: 'Not Authorized', errorcode: '20' })).toEqual(refusal);
  });

  it('takes a reply with result false, as a boolean or as text', () => {
    const standard = {
      errormsg: 'Already Subscribed.',
      errorcode: 909,
      detail: '{"OMSId":1,"Symbol":"BTCUSDT","Depth":20}',
    };
    const refusal = { code: 909, errormsg: standard.errormsg, detail: standard.detail };
    expect(inReply({ result: false, ...standard })).toEqual(refusal);
    expect(inReply({ result: 'false', ...standard })).toEqual(refusal);
  });

  it("takes a report's own failure, in a reply and in an error frame", () => {
    const refusal = { code: undefined, errormsg: 'Invalid account', detail: null };
    const failure = { bAccepted: false, rejectMessage: 'Invalid account', requestId: '' };
    expect(inReply(failure)).toEqual(refusal);
    expect(inReply({ ...failure, bAccepted: 'false' })).toEqual(refusal);
    expect(inError(failure)).toEqual(refusal);
    expect(inReply({ bAccepted: false })).toEqual({ ...refusal, errormsg: 'no reason given' });
  });

  it('takes the code under the key that replies about templates have, where the usual one is missing', () => {
    const failure = { result: false, errormsg: 'Resource Not Found', statuscode: 104, TemplateTypes: null };
    const refusal = { code: 104, errormsg: 'Resource Not Found', detail: null };
    expect(inReply(failure)).toEqual(refusal);
    expect(inError({ ...failure, errorcode: null })).toEqual(refusal);
    expect(inReply({ ...failure, errorcode: 101 })).toMatchObject({ code: 101 });
  });

  it.each([
    ['a report that was accepted', { bAccepted: true, rejectMessage: '', requestId: 'x' }],
    ['a success', { result: true, errormsg: null, errorcode: 0, detail: null }],
    ['a success in words', { result: 'true', errormsg: '', errorcode: 0, detail: '' }],
    ["a no in a function's own words", { Authenticated: false, Locked: false, errormsg: 'Invalid username' }],
    ['a rejected order', { status: 'Rejected', errormsg: 'no', OrderId: 0 }],
    ['a list', [{ result: false }]],
    ['bare words', 'false'],
    ['null', null],
    ['nothing', undefined],
    ['a number', 0],
  ])('finds no refusal in a reply that is %s', (_name, value) => {
    expect(inReply(value)).toBeUndefined();
  });

  it.each(Object.values(MessageType).filter((type) => type !== Failure))(
    'reads a frame of type %i as a reply',
    (type) => {
      expect(refusalOf(type, 'words')).toBeUndefined();
      expect(refusalOf(type, { result: false, errorcode: 1, errormsg: 'no' })).toEqual({
        code: 1,
        errormsg: 'no',
        detail: null,
      });
    },
  );

  it('does without any of the four keys', () => {
    const nothing = { code: undefined, errormsg: 'no reason given', detail: null };
    expect(inReply({ result: false })).toEqual(nothing);
    expect(inReply({ result: false, errormsg: null, errorcode: null, detail: null })).toEqual(nothing);
    expect(inReply({ result: false, errormsg: '', errorcode: '' })).toEqual(nothing);
    for (const empty of [{}, '', null, undefined]) expect(inError(empty)).toEqual(nothing);
  });

  it('keeps what is no text as its JSON text', () => {
    expect(inError([1])).toMatchObject({ errormsg: '[1]' });
    expect(inReply({ result: false, errormsg: { a: 1n }, detail: [1] })).toEqual({
      code: undefined,
      errormsg: '{"a":1}',
      detail: '[1]',
    });
  });

  it('keeps codes that nobody knows and drops what is no number', () => {
    const codeOf = (errorcode: unknown): unknown => refusalOf(Reply, { result: false, errorcode })?.code;
    expect([0, 909, '104', 7n, -1, 1.5].map(codeOf)).toEqual([0, 909, 104, 7, -1, 1.5]);
    expect(['x', NaN, Infinity, true, {}, []].map(codeOf)).toEqual(Array(6).fill(undefined));
  });

  it('never throws, whatever the payload is', () => {
    const value = fc.oneof(
      fc.json().map(readExactJson),
      fc.bigInt(),
      fc.record({
        result: fc.constantFrom(false, 'false'),
        errormsg: fc.anything(),
        errorcode: fc.anything(),
      }),
      fc.record({ bAccepted: fc.constantFrom(false, 'false'), rejectMessage: fc.anything() }),
      fc.anything({ withBigInt: true }),
    );
    fc.assert(
      fc.property(fc.constantFrom(Reply, Failure), value, (type, payload) => {
        const refusal = refusalOf(type, payload);
        expect(['string', 'undefined']).toContain(typeof refusal?.errormsg);
      }),
      { numRuns: 1000 },
    );
  });
});
