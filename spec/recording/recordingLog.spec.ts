import type { RecordingFailed } from '../../src/errors.ts';
import { createRecordingLog } from '../../src/recording/recordingLog.ts';

const open = { s: 1, dir: 'open', url: 'ws://exchange.example' } as const;

describe('createRecordingLog', () => {
  it('begins with one line that says what it is, and when', () => {
    jest.useFakeTimers({ now: 1_700_000_000_000 });
    const lines: string[] = [];
    const log = createRecordingLog((line) => lines.push(line));
    log.begin('ws://exchange.example');
    log.begin('ws://other.example');
    log.write(open);
    jest.useRealTimers();
    expect(lines).toEqual([
      '{"v":1,"t":1700000000000,"dir":"meta","client":"notbank-rx","url":"ws://exchange.example","started":"2023-11-14T22:13:20.000Z"}',
      '{"t":1700000000000,"s":1,"dir":"open","url":"ws://exchange.example"}',
    ]);
  });

  it('ends with the first line that the sink throws at, and tells that to whoever asks, also later', () => {
    const failure = new Error('full');
    let calls = 0;
    const log = createRecordingLog(() => {
      calls += 1;
      throw failure;
    });
    const told: RecordingFailed[] = [];
    log.error$.subscribe((error) => told.push(error));
    log.write(open);
    log.write(open);
    log.error$.subscribe((error) => told.push(error));
    expect([calls, log.isOpen(), told.length]).toEqual([1, false, 2]);
    expect(told[1]).toMatchObject({ isOver: true, lost: 1, cause: failure });
  });
});
