import { MessageType, writeFrame } from '../../../frame.ts';
import type { Market } from '../../market/market.ts';
import type { Directory } from '../directory.ts';
import type { Session } from '../session.ts';
import type { SimulatedUser } from '../users.ts';
import type { Condition, Incident } from './fault.ts';
import type { Faults } from './faults.ts';
import type { Stage } from './player.ts';

/** What a script acts on. */
interface Scenery {
  readonly sessions: ReadonlySet<Session>;
  readonly faults: Faults;
  readonly users: readonly SimulatedUser[];
  readonly directory: Directory;
  /** The market, which makes known what is done to it. */
  readonly market: Pick<Market, 'tellCrossed' | 'tellUncrossed'>;
}

const event = (name: string, payload: string): string =>
  writeFrame({ type: MessageType.Event, sequence: 2, name, payload });

type Said = Exclude<Incident, { readonly does: 'drop' | 'logOut' | 'secondLogin' }>;

const textOf = (said: Said): string => {
  switch (said.does) {
    case 'malformedFrame':
      return said.text;
    case 'malformedPayload':
      return event(said.name, said.payload);
    case 'unknownEvent':
      return event(said.name, '{}');
    case 'oversizeFrame':
      return event('OversizeEvent', JSON.stringify('x'.repeat(said.size)));
  }
};

/** The stage that an exchange is to the player of its scripts. */
export const createStage = ({ sessions, faults, users, directory, market }: Scenery): Stage => {
  const all = (act: (session: Session) => void): void => [...sessions].forEach(act);
  const drop = ({ peer }: Session): void => peer.drop(1006);
  const push = (text: string): void => all((session) => session.push(text));
  const logOut = (userId: number): void => all((session) => session.logOut(userId));

  const endLogins = (meant: number | undefined): void => {
    for (const { userId } of users.filter((user) => (meant ?? user.userId) === user.userId)) {
      logOut(userId);
      directory.closeAll(userId);
    }
  };
  const logInElsewhere = (userId: number): void => {
    const user = users.find((candidate) => candidate.userId === userId);
    if (user !== undefined) directory.open(user);
    logOut(userId);
  };

  const happen = (incident: Incident): void => {
    if (incident.does === 'drop') all(drop);
    else if (incident.does === 'logOut') endLogins(incident.userId);
    else if (incident.does === 'secondLogin') logInElsewhere(incident.userId);
    else push(textOf(incident));
  };
  const begin = (condition: Condition): void => {
    faults.begin(condition);
    if (condition.does === 'crossed') market.tellCrossed();
  };
  /** What a half-open link has lost it does not get again: such a link does not come back to life. */
  const end = (condition: Condition): void => {
    faults.end(condition);
    if (condition.does === 'mute' && !faults.isMuted()) {
      all((session) => {
        if (session.hasMissed()) drop(session);
      });
    }
    if (condition.does === 'crossed' && !faults.is('crossed')) market.tellUncrossed();
    if (condition.does === 'withhold') all((session) => session.release('oldest'));
    if (condition.does === 'reorder') all((session) => session.release('newest'));
  };
  return { happen, begin, end };
};
