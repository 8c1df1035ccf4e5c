import { choices, streamKinds } from '../simulator/gateway/choices.ts';
import type { Behaviour, Dialect, EventNumbering, StreamKind } from '../simulator/index.ts';

/** Every option that says how an exchange behaves and writes. */
export type Settable = Behaviour & Dialect & { readonly events: EventNumbering };

/** Reads what is written for an option that has more values than can be listed; `undefined` where it is none. */
export interface Reader<A> {
  /** The values, in words. */
  readonly takes: string;
  readonly read: (text: string) => A | undefined;
}

const text: Reader<string> = { takes: 'any text', read: (written) => written };

const milliseconds: Reader<number> = {
  takes: 'a whole number of milliseconds',
  read: (written) => (/^\d{1,9}$/.test(written) ? Number(written) : undefined),
};

const isStreamKind = (name: string): name is StreamKind => Object.hasOwn(streamKinds, name);

const severalKinds: Reader<readonly StreamKind[]> = {
  takes: `nothing, or some of ${Object.keys(streamKinds).join(', ')} with commas between`,
  read: (written) => {
    const names = written === '' ? [] : written.split(',');
    return names.every(isStreamKind) ? names : undefined;
  },
};

const rate = /^([1-9]\d{0,8})\/([1-9]\d{0,8})\/(refused|ignored|dropped)$/;
const rateLimit: Reader<Behaviour['rateLimit']> = {
  takes: 'none, or REQUESTS/MILLISECONDS/refused, …/ignored, …/dropped',
  read: (written) => {
    if (written === 'none') return 'none';
    const [, requests, within, beyond] = rate.exec(written) ?? [];
    return beyond === undefined
      ? undefined
      : {
          requests: Number(requests),
          within: Number(within),
          beyond: beyond as 'refused' | 'ignored' | 'dropped',
        };
  },
};

/** How each option of {@link Settable} is written, all of them: one that is missing does not compile. */
export const settings = {
  ...choices,
  resubscribable: severalKinds,
  level1Interval: milliseconds,
  logoutPayload: text,
  rateLimit,
} as const satisfies {
  readonly [K in keyof Settable]: Reader<Settable[K]> | Readonly<Record<string, Settable[K]>>;
};
