import type { Progress } from '../../recording/index.ts';
import { bar } from '../view/bar.ts';
import { clockText } from '../view/clockText.ts';
import { padded } from '../view/fitted.ts';
import type { Line } from '../view/line.ts';

/** How far a replay has come, and since when it plays. */
export interface Playing {
  readonly progress: Progress;
  /** Where it began: the time of that line in milliseconds since 1970, and its number. */
  readonly first: Pick<Progress, 'at' | 'line'>;
  /** How long it plays, in milliseconds. */
  readonly elapsed: number;
}

const longestBar = 40;

/** A length of time for people, in milliseconds. */
export const durationText = (ms: number): string => {
  if (!Number.isFinite(ms)) return '-';
  const seconds = Math.max(0, Math.round(ms / 1_000));
  const [hours, minutes, rest] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (value: number): string => String(value).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
};

/** How far it has come, from 0 to 1, by the time in the recording. */
export const partOf = ({ at, from, to }: Progress): number => (to > from ? (at - from) / (to - from) : 1);

/** A bar, how much is played, the rate, and the time that is left at that rate. */
export const progressLines = ({ progress, first, elapsed }: Playing, columns: number): readonly Line[] => {
  const { at, from, to, line } = progress;
  const rate = elapsed > 0 ? (at - first.at) / elapsed : NaN;
  const perSecond = elapsed > 0 ? ((line - first.line) / elapsed) * 1_000 : NaN;
  const width = Math.max(0, Math.min(longestBar, columns - 4));
  const part = partOf(progress);
  return [
    [
      [padded(bar(part, width), width), 'accent'],
      [` ${Math.floor(part * 100)}%`, 'strong'],
      [`  ${clockText(at).slice(0, 8)} of ${clockText(from).slice(0, 8)} to ${clockText(to).slice(0, 8)}`],
    ],
    [
      [Number.isFinite(rate) ? `${rate.toFixed(1)} times as fast` : 'begins', 'faint'],
      [Number.isFinite(perSecond) ? `  ${perSecond.toFixed(0)} lines/s` : '', 'faint'],
      [`  left ${durationText(rate > 0 ? (to - at) / rate : NaN)}`],
    ],
  ];
};
