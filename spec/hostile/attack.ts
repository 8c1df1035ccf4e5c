import { map, Observable, type Subscriber } from 'rxjs';
import type { Random } from '../../src/simulator/market/random.ts';
import type { Transport, Wire } from '../../src/transport/transport.ts';
import { aimOf } from './aim.ts';
import { type Message, mutate } from './mutations.ts';
import { askerOf, type Consumer, hearersOf } from './program.ts';

/** What an attack has come to. */
export interface Toll {
  readonly hits: ReadonlySet<Consumer>;
  readonly frames: number;
  readonly kinds: Readonly<Record<string, number>>;
  /** How many frames were sent that nobody should take for theirs. */
  readonly aimless: number;
}

/** Somebody between a client and its exchange. */
export interface Attack {
  readonly transport: Transport;
  /** Slips one more frame in. */
  readonly strike: () => void;
  /** Says which request is being sent. */
  readonly sending: (consumer: Consumer | undefined) => void;
  readonly toll: () => Toll;
}

/** How an attack goes. */
export interface AttackOptions {
  readonly random: Random;
  /** Frames that no connection of this run has seen. */
  readonly samples: readonly string[];
  /** Who may be hit; everybody else must notice nothing. `request` stands for all requests. */
  readonly victims: ReadonlySet<Consumer>;
  /** Frames that come are damaged only between these times. */
  readonly isOn: () => boolean;
}

const remembered = 400;
const tries = 8;

/** Puts damaged frames between others and in the place of others, and writes down whom they may have hit. */
export const createAttack = (source: Transport, options: AttackOptions): Attack => {
  const { random, samples, victims, isOn } = options;
  let ear: Subscriber<Message> | undefined;
  const seen: string[] = [];
  const askers = new Map<number, Consumer>();
  const hits = new Set<Consumer>();
  const kinds: Record<string, number> = {};
  let sender: Consumer | undefined;
  let frames = 0;
  let aimless = 0;
  let lastSequence = 0;

  const otherText = (): string => {
    const pool = random.below(4) === 0 || seen.length === 0 ? samples : seen;
    return pool[random.below(pool.length)] ?? '{}';
  };
  const brewing = { random, other: otherText, sequence: () => 2 * random.below(lastSequence / 2 + 8) };
  const hitBy = (message: Message): readonly Consumer[] => {
    const { events, sequences } = aimOf(message);
    return [
      ...[...events].flatMap(hearersOf),
      ...[...sequences].flatMap((sequence) => askers.get(sequence) ?? []),
    ];
  };
  const mayHit = (consumer: Consumer): boolean =>
    victims.has(consumer.startsWith('request:') ? 'request' : consumer);
  /** A damaged frame that hits none but victims, where one is found soon. */
  const draw = (base: () => string): Message | undefined => {
    for (let left = tries; left > 0; left -= 1) {
      const [kind, message] = mutate(base(), brewing);
      const hit = hitBy(message);
      if (!hit.every(mayHit)) continue;
      for (const consumer of hit) hits.add(consumer);
      frames += 1;
      kinds[kind] = (kinds[kind] ?? 0) + 1;
      if (hit.length === 0) aimless += 1;
      return message;
    }
    return undefined;
  };
  const isReply = (text: string): boolean => /^{"m":[15],/.test(text);
  const passed = (message: Message): Message => {
    const text = String(message);
    seen[random.below(remembered)] = text;
    const meant = hitBy(text);
    const drawn = isOn() && meant.every(mayHit) && random.below(3) === 0 ? draw(() => text) : undefined;
    if (drawn === undefined) {
      // Whatever comes with this number from now on answers nobody.
      if (isReply(text)) for (const sequence of aimOf(text).sequences) askers.delete(sequence);
      return message;
    }
    for (const consumer of meant) hits.add(consumer);
    return drawn;
  };
  const sent = (text: string): void => {
    const [, i = '', name = ''] = /"i":(\d+),"n":"(\w+)"/.exec(text) ?? [];
    lastSequence = Number(i);
    askers.set(lastSequence, sender ?? askerOf(name, text));
  };
  const tapped = (wire: Wire): Wire => ({
    ...wire,
    message$: new Observable((subscriber) => {
      ear = subscriber;
      return wire.message$.pipe(map(passed)).subscribe(subscriber);
    }),
    send: (text) => {
      sent(text);
      wire.send(text);
    },
  });

  return {
    transport: (url) => source(url).pipe(map(tapped)),
    strike: () => {
      const message = draw(otherText);
      if (message !== undefined) ear?.next(message);
    },
    sending: (consumer) => (sender = consumer),
    toll: () => ({ hits, frames, kinds, aimless }),
  };
};
