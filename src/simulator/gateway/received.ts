import type { Frame } from '../../frame.ts';

/** What clients have sent, up to a bound. */
export interface Received {
  /** Oldest first. */
  readonly frames: readonly Frame[];
  /** Takes in a frame, with the number of characters in its payload. */
  readonly add: (frame: Frame, size: number) => void;
}

const mostCharacters = 64 * 1024 * 1024;

/** Nothing so far; then the last `mostFrames` frames, or fewer where these are very long. */
export const createReceived = (mostFrames: number): Received => {
  const frames: Frame[] = [];
  const sizes: number[] = [];
  let characters = 0;
  return {
    frames,
    add: (frame, size) => {
      frames.push(frame);
      sizes.push(size);
      characters += size;
      while (frames.length > mostFrames || characters > mostCharacters) {
        frames.shift();
        characters -= sizes.shift() ?? 0;
      }
    },
  };
};
