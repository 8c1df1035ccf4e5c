/** One message of an Observable at a time in milliseconds, as the marbles have it. */
export interface Message {
  readonly frame: number;
  readonly notification: {
    readonly kind: 'N' | 'E' | 'C';
    readonly value?: unknown;
    readonly error?: unknown;
  };
}

/** The letter that stands for a value. */
export type NameOf = (value: unknown) => string;

/** The messages of each time, in order. */
export const byTime = (messages: readonly Message[]): ReadonlyMap<number, readonly Message[]> => {
  const times = new Map<number, Message[]>();
  for (const message of messages) {
    const others = times.get(message.frame);
    if (others === undefined) times.set(message.frame, [message]);
    else others.push(message);
  }
  return times;
};

/** The mark of one message: its letter, `|` or `#`. */
export const markOf = ({ notification: { kind, value } }: Message, nameOf: NameOf): string => {
  if (kind === 'N') return nameOf(value);
  return kind === 'C' ? '|' : '#';
};

const longestDashes = 5;

const gap = (time: number): string => {
  if (time <= 0) return '';
  return time <= longestDashes ? '-'.repeat(time) : ` ${time}ms `;
};

/**
 * Messages as marbles, such as `10ms (o|)`. What comes sooner than marbles can say, as inside the width of a group, is
 * drawn with its time: `@12 a`.
 */
export const diagram = (messages: readonly Message[], nameOf: NameOf): string => {
  let drawn = '';
  let now = 0;
  for (const [frame, here] of byTime(messages)) {
    const marks = here.map((message) => markOf(message, nameOf)).join('');
    const group = here.length === 1 ? marks : `(${marks})`;
    drawn += frame < now ? ` @${frame} ${group}` : gap(frame - now) + group;
    now = Math.max(now, frame) + group.length;
  }
  return drawn.replace(/ {2,}/g, ' ').trim() || '(nothing)';
};
