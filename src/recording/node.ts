export { fileSink, type FileSink, type FileSinkOptions } from './fileSink.ts';
export { readRecording } from './readRecording.ts';
