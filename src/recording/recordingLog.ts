import { type Observable, ReplaySubject } from 'rxjs';
import { RecordingFailed } from '../errors.ts';
import { withoutSecrets } from '../withoutSecrets.ts';
import {
  type CloseLine,
  type MarkLine,
  type MessageLine,
  type OpenLine,
  type RecordingLine,
  writeLine,
} from './line.ts';
import { createStamp } from './stamp.ts';

/** Takes the lines of a recording, one at a time, without the line feed. It is called synchronously. */
export type Sink = (line: string) => void;

/** A line before its time is known. */
type Untimed = Omit<OpenLine, 't'> | Omit<MessageLine, 't'> | Omit<CloseLine, 't'> | Omit<MarkLine, 't'>;

/** What writes the lines of one recording. */
export interface RecordingLog {
  /** Writes a line, the first one after the line that begins the recording. It does nothing once the sink has failed. */
  readonly write: (line: Untimed) => void;
  /** Begins the recording where nothing has. */
  readonly begin: (url: string) => void;
  /** Whether the sink still takes lines. */
  readonly isOpen: () => boolean;
  /** Tells that the sink has failed, also whoever asks later. */
  readonly error$: Observable<RecordingFailed>;
}

/** What others have said is looked through for secrets, and not the line around it: a close has a `code` of its own. */
const writeShown = (line: RecordingLine): string => {
  if (line.dir === 'mark') return withoutSecrets(writeLine(line));
  return writeLine('text' in line ? { ...line, text: withoutSecrets(line.text) } : line);
};

/** Makes the {@link RecordingLog} of a sink, which takes no line any more once it has thrown. */
export const createRecordingLog = (sink: Sink): RecordingLog => {
  const errors = new ReplaySubject<RecordingFailed>(1);
  const stamp = createStamp();
  let state: 'New' | 'Begun' | 'Failed' = 'New';

  const put = (text: string): void => {
    if (state === 'Failed') return;
    try {
      sink(text);
    } catch (cause) {
      state = 'Failed';
      errors.next(new RecordingFailed('its sink has thrown', { lost: 1, isOver: true, cause }));
      errors.complete();
    }
  };

  const begin = (url: string): void => {
    if (state !== 'New') return;
    state = 'Begun';
    const t = stamp();
    const started = new Date(t).toISOString();
    put(writeLine({ v: 1, t, dir: 'meta', client: 'notbank-rx', url, started }));
  };

  return {
    begin,
    write: (line) => put(writeShown({ t: stamp(), ...line })),
    isOpen: () => state !== 'Failed',
    error$: errors.asObservable(),
  };
};
