import { causeIn } from '../../connection/state.ts';
import type { Link } from '../watch/link.ts';

/** What keeps a connection from being open, in brackets where it is known. */
const because = (link: Link): string => {
  const cause = causeIn(link.state);
  return cause === undefined ? '' : `: ${cause.message}`;
};

const secondsUntil = (then: number, now: number): string => (Math.max(0, then - now) / 1_000).toFixed(1);

/** Where a connection stands, in words that change as little as it does. */
export const linkWords = (link: Link): string => {
  const { state } = link;
  switch (state._tag) {
    case 'Connecting':
      return state.attempt === 0
        ? 'connecting'
        : `connecting again, attempt ${state.attempt}${because(link)}`;
    case 'Authenticating':
      return 'logging in';
    case 'Open':
      return link.reconnects === 0 ? 'connected' : 'connected again';
    case 'Probing':
      return 'connected, looking whether the link still lives';
    case 'Waiting':
      return `${link.wasOpen ? 'connection lost' : 'not connected'}${because(link)}`;
    case 'Closed':
      return `closed${because(link)}`;
  }
};

/** The same for a screen: how long until the next attempt first, as the reason may be cut off. */
export const linkCountdown = (link: Link, now: number): string => {
  if (link.state._tag !== 'Waiting') return linkWords(link);
  return `next attempt in ${secondsUntil(link.since + link.state.delay, now)} s; ${linkWords(link)}`;
};
