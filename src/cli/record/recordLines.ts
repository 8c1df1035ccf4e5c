import { header, linkSpan } from '../view/header.ts';
import type { Line } from '../view/line.ts';
import type { Frame, Scene } from '../watch/scene.ts';

/** A recording that is made. */
export interface RecordScene extends Scene {
  /** The file that is written to. */
  readonly file: string;
  /** What is followed, in words. */
  readonly what: string;
  /** When it began, in milliseconds since 1970. */
  readonly began: number;
  /** How many lines were written, and how many bytes that is. */
  readonly lines: number;
  readonly bytes: number;
  /** How many lines are missing, as the disk was slower than the traffic. */
  readonly lost: number;
}

const units = ['bytes', 'kB', 'MB', 'GB', 'TB'];

/**
 * An amount of bytes for people.
 *
 * @example
 * bytesText(1_234_567); // '1.2 MB'
 */
export const bytesText = (bytes: number): string => {
  const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  return `${step === 0 ? bytes : (bytes / 1_000 ** step).toFixed(1)} ${units[step] ?? ''}`;
};

/** What a recording has come to. */
export const recordSummary = ({ file, lines, bytes, lost }: RecordScene): readonly Line[] => [
  [
    [`${lines.toLocaleString('en')} lines, ${bytesText(bytes)}, in ${file}`],
    [lost === 0 ? '' : `; ${lost} lines are missing`, 'down'],
  ],
];

/** A recording that is made: where, what, how much, how fast. */
export const recordLines = (scene: RecordScene, { now }: Frame): readonly Line[] => {
  const { url, link, file, what, began, lines } = scene;
  const seconds = Math.max(1, (now - began) / 1_000);
  return [
    ...header({ title: `recording ${what}`, url, now, link, mark: linkSpan(link) }),
    ...recordSummary(scene),
    [
      [
        `${(lines / seconds).toFixed(0)} lines a second, for ${Math.floor(seconds)} s; Ctrl-C ends it`,
        'faint',
      ],
    ],
    [],
    [[`notbank-rx replay ${file}`, 'faint'], [' plays it']],
  ];
};
