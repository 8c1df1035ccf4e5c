import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as E from 'fp-ts/lib/Either.js';
import { FaultCodec, faultKinds, FaultScriptCodec } from '../../src/simulator/gateway/faults/faultCodec.ts';
import { faultScriptFrom } from '../../src/cli/faultScriptFrom.ts';
import { type Fault, faultScript } from '../../src/simulator/index.ts';

/** One of each kind, with all that it can have. */
const examples: Readonly<Record<Fault['does'], Fault>> = {
  refuse: { does: 'refuse', lasts: 1 },
  mute: { does: 'mute', lasts: 1, after: 3 },
  withhold: { does: 'withhold', name: 'Ping', lasts: 1 },
  reorder: { does: 'reorder', lasts: 1 },
  delay: { does: 'delay', by: 5, lasts: 1 },
  duplicate: { does: 'duplicate', lasts: 1 },
  eventFirst: { does: 'eventFirst', lasts: 1 },
  drip: { does: 'drip', every: 2, lasts: 1 },
  late: { does: 'late', name: 'SendOrder', by: 5, lasts: 1 },
  swallow: { does: 'swallow', name: 'Ping', lasts: 1 },
  lose: { does: 'lose', event: 'Level2UpdateEvent', nth: 3, lasts: 1 },
  repeat: { does: 'repeat', event: 'Level2UpdateEvent', lasts: 1 },
  swapFills: { does: 'swapFills', lasts: 1 },
  historyLag: { does: 'historyLag', by: 5, lasts: 1 },
  noClientOrderId: { does: 'noClientOrderId', lasts: 1 },
  slowTicks: { does: 'slowTicks', lasts: 1 },
  ghost: { does: 'ghost', levels: 2, lasts: 1 },
  crossed: { does: 'crossed', lasts: 1 },
  idReuse: { does: 'idReuse', lasts: 1 },
  drop: { does: 'drop', on: { frame: 1, name: 'AuthenticateUser', when: 'carriedOut' } },
  logOut: { does: 'logOut', userId: 64 },
  secondLogin: { does: 'secondLogin', userId: 64 },
  malformedFrame: { does: 'malformedFrame', text: '' },
  malformedPayload: { does: 'malformedPayload', name: 'Level1UpdateEvent', payload: 'x' },
  unknownEvent: { does: 'unknownEvent', name: 'X' },
  oversizeFrame: { does: 'oversizeFrame', size: 5 },
};

describe('faultScriptFrom', () => {
  const folder = mkdtempSync(join(tmpdir(), 'notbank-rx-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const file = (text: string): string => {
    const path = join(folder, 'script.json');
    writeFileSync(path, text);
    return path;
  };

  it('makes the same random script of the same seed, of the users there are', () => {
    expect(faultScriptFrom('7', [70])).toEqual(faultScriptFrom('7', [70]));
    expect(faultScriptFrom('7', [70])).not.toEqual(faultScriptFrom('8', [70]));
    const users = Array.from({ length: 50 }, (_, seed) => faultScriptFrom(String(seed), [70]))
      .flatMap(({ faults }) => faults)
      .flatMap((fault) => (fault.does === 'secondLogin' ? [fault.userId] : []));
    expect(new Set(users)).toEqual(new Set([70]));
  });

  it('reads every kind of fault from a file, as it was written', () => {
    const script = { lasts: 10, faults: Object.values(examples) };
    expect(faultScriptFrom(file(JSON.stringify(script)), [])).toEqual(script);
    expect([...faultKinds].sort()).toEqual(Object.keys(examples).sort());
  });

  it('reads back whatever a seed can make', () => {
    for (let seed = 0; seed < 300; seed++) {
      for (const script of [faultScript(seed), faultScript(seed, { kinds: 'all' })]) {
        expect(FaultScriptCodec.decode(JSON.parse(JSON.stringify(script)))).toEqual(E.right(script));
        expect(script.faults.every(FaultCodec.is)).toBe(true);
      }
    }
  });

  it.each([
    ['{"lasts":1', 'is not JSON: '],
    ['[]', ': the file should be an object but is an array of 0.'],
    ['{"lasts":1}', ': faults should be a list of faults but is undefined.'],
    ['{"lasts":-1,"faults":[]}', ': lasts should be a finite number of milliseconds from 0 on but is -1.'],
    ['{"lasts":1,"faults":[7]}', ': faults.0 should be a fault but is 7.'],
    ['{"lasts":1,"faults":[{"does":"dorp"}]}', ': faults.0.does should be drip or drop but is "dorp".'],
    ['{"lasts":1,"faults":[{}]}', ': faults.0.does should be one of refuse, mute, '],
    [
      '{"lasts":1,"faults":[{"does":"drop"},{"does":"mute"}]}',
      ': faults.1.lasts should be a finite number of milliseconds from 0 on but is undefined.',
    ],
    [
      '{"lasts":1,"faults":[{"does":"drop","fater":5}]}',
      ': faults.0.fater should be left out, as there is no such field, but is 5.',
    ],
    [
      '{"lasts":1,"faults":[{"does":"drop","on":{"frame":0}}]}',
      ': faults.0.on.frame should be a whole number from 1 on but is 0.',
    ],
    [
      '{"lasts":1,"faults":[{"does":"drop","on":{"frame":1,"when":"later"}}]}',
      ': faults.0.on.when should be heard or carriedOut but is "later".',
    ],
  ])('refuses %s in one line that names the place', (text, message) => {
    expect(() => faultScriptFrom(file(text), [])).toThrow(message);
    expect(() => faultScriptFrom(file(text), [])).not.toThrow(/\n/);
  });

  it('says that a file is not there', () => {
    expect(() => faultScriptFrom(join(folder, 'none.json'), [])).toThrow('none.json: there is no such file.');
  });
});
