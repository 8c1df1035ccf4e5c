import type { Instrument } from '../../codec/records/Instrument.ts';
import type { Line } from '../view/line.ts';
import type { Link } from './link.ts';
import type { Frame, Scene } from './scene.ts';

/** What changes on every watch. */
export type CommonChange =
  | { readonly _tag: 'Link'; readonly link: Link }
  | { readonly _tag: 'Instrument'; readonly instrument: Instrument };

/** Something that can be watched: what scene its own changes make, and how both are told. All pure. */
export interface Watchable<C extends { readonly _tag: string }, S extends Scene> {
  /** The scene before the first change. */
  readonly first: S;
  /** What a change makes of the scene. */
  readonly next: (scene: S, change: C) => S;
  /** The scene on a screen. */
  readonly lines: (scene: S, frame: Frame) => readonly Line[];
  /** A change in lines for a pipe, in the scene that it has made, after another one. */
  readonly told: (change: C, scene: S, before: S) => readonly Line[];
  /** The same as values to be written as JSON, a line each. */
  readonly records: (change: C, scene: S, before: S) => readonly object[];
  /** What is told of the last scene once it is over, however that came; nothing without it. */
  readonly summary?: {
    readonly lines: (scene: S) => readonly Line[];
    readonly record: (scene: S) => object;
  };
}
