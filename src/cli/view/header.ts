import type { BookTrust } from '../../market/book/bookState.ts';
import type { Link } from '../watch/link.ts';
import { clockText } from './clockText.ts';
import type { Line, Span, Style } from './line.ts';
import { linkCountdown } from './linkWords.ts';

/** How far something kept can be trusted; only a book can be `crossed`. */
export type Trusted = Pick<BookTrust, 'status'>;

const trustStyles: Readonly<Record<Trusted['status'], Style>> = {
  live: 'up',
  restoring: 'notice',
  stale: 'down',
  crossed: 'down',
  failed: 'down',
};

/** How far something can be trusted, as a mark and a word. */
export const trustSpan = (trust: Trusted | undefined): Span => {
  const status = trust?.status ?? 'restoring';
  return [`${status === 'live' ? '●' : '○'} ${status}`, trustStyles[status]];
};

/** Where the connection stands, as a mark and a word, for what has no status of its own. */
export const linkSpan = (link: Link | undefined): Span =>
  link?.state._tag === 'Open' ? ['● connected', 'up'] : ['○ not connected', 'notice'];

const linkStyle = ({ state: { _tag } }: Link): Style =>
  _tag === 'Open' ? 'faint' : _tag === 'Waiting' ? 'down' : 'notice';

const linkLine = (link: Link | undefined, url: string, now: number): Line => [
  [`${url}  `, 'faint'],
  ...(link === undefined
    ? []
    : [
        [`reconnects ${link.reconnects}  `, link.reconnects === 0 ? 'faint' : 'notice'] as const,
        [linkCountdown(link, now), linkStyle(link)] as const,
      ]),
];

/** What stands above every view. */
export interface Heading {
  readonly title: string;
  readonly url: string;
  /** The time, in milliseconds since 1970. */
  readonly now: number;
  readonly link?: Link | undefined;
  /** How far it can be trusted. */
  readonly mark: Span;
  /** What else there is to say of it, behind that. */
  readonly more?: readonly Span[];
}

/** Two lines and a blank one: what it is and how far it can be trusted; where it comes from. */
export const header = ({ title, url, now, link, mark, more = [] }: Heading): readonly Line[] => [
  [[title, 'strong'], ['  '], mark, ...more, [`  ${clockText(now).slice(0, 8)} UTC`, 'faint']],
  linkLine(link, url, now),
  [],
];
