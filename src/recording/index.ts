export { isNotRecorded } from './isNotRecorded.ts';
export {
  type CloseLine,
  type MarkLine,
  type MessageLine,
  type OpenLine,
  readLine,
  type RecordingLine,
  type StartLine,
} from './line.ts';
export { type Sink } from './recordingLog.ts';
export { type Progress, replay, type Replay, type ReplayOptions } from './replay.ts';
export {
  type Outcome,
  replayVirtually,
  type Timed,
  type VirtualOptions,
  type VirtualRun,
} from './replayVirtually.ts';
export { type RecordingTransport, withRecorder } from './withRecorder.ts';
export { type LinesLost, type NotRecorded, type ReplayWarning, type Unreadable } from './warning.ts';
