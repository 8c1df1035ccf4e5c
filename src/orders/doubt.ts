import * as E from 'fp-ts/lib/Either.js';
import type { ClientError } from '../errors.ts';
import { end, type Life, type LifeContext, type LifeInput, type LifeStep, noAsks, show } from './life.ts';
import { bothFrom, type Doubt, type Resolution, type Resolve } from './resolve.ts';

/** How long after an order was accepted it is asked for where nothing more was told, in milliseconds. */
const statusAges = [1_500, 5_000, 15_000];
/** How often it is asked for after that: what nobody was told of, and could not be asked for, may be over. */
const statusEvery = 60_000;

/**
 * How soon a policy is asked again while the exchange cannot be, in milliseconds: one that says 0 then would otherwise be
 * asked for ever in the same millisecond.
 */
const leastPause = 500;

const isResolution = (said: Resolution | null | undefined): said is Resolution =>
  said !== undefined &&
  said !== null &&
  ('verdict' in said || (typeof said.lookIn === 'number' && !Number.isNaN(said.lookIn)));

/** What the policy says; of one that throws or gives no time, that nobody can tell what became of the order. */
const resolutionOf = (resolve: Resolve, doubt: Doubt): Resolution => {
  // From plain JavaScript anything may come.
  const said = E.tryCatch<string, Resolution | null | undefined>(() => resolve(doubt), String);
  if (E.isLeft(said)) return { verdict: 'Unresolved', reason: `the policy \`resolve\` threw: ${said.left}` };
  if (isResolution(said.right)) return said.right;
  return { verdict: 'Unresolved', reason: 'the policy `resolve` returned no valid `lookIn`' };
};

/** Asks the policy what to do about a doubt. */
export const consider = (life: Life, { resolve, hasEchoed }: LifeContext, at: number): LifeStep => {
  if (life.shown._tag !== 'Unknown') return noAsks(life);
  const age = at - life.sentAt;
  const looks = life.looks.map((look) => ({ ...look, isOfThisSession: look.session === life.session }));
  const resolution = resolutionOf(resolve, { age, looks, isOn: life.isOn, hasEchoed });
  if ('verdict' in resolution) {
    const { verdict, reason } = resolution;
    return end(life, { _tag: verdict, reason, how: 'history', at, asked: looks });
  }
  const { lookIn } = resolution;
  if (!life.isOn) return noAsks({ ...life, lookAt: at + Math.max(lookIn, leastPause) });
  if (lookIn > 0) return noAsks({ ...life, lookAt: at + lookIn });
  if (life.isLooking) return noAsks({ ...life, lookAt: Infinity });
  const asked = life.shown.OrderId !== undefined ? 'status' : age >= bothFrom ? 'both' : 'history';
  return [{ ...life, isLooking: true, lookAt: Infinity }, [{ _tag: 'Look', asked }]];
};

/** When an order that was accepted is to be asked for next; `Infinity` for not at all. */
export const statusDue = ({ accepted, shown }: Life): number => {
  if (accepted === undefined || shown._tag !== 'Accepted') return Infinity;
  const age = statusAges[accepted.asks];
  return age === undefined ? accepted.askedAt + statusEvery : accepted.at + age;
};

/** Asks for an order that was accepted and of which nothing more was told. */
export const askStatus = (life: Life, at: number): LifeStep => {
  if (life.accepted === undefined || !life.isOn || life.isLooking) return noAsks(life);
  const asked = life.shown.OrderId === undefined ? 'history' : 'status';
  const accepted = { ...life.accepted, asks: life.accepted.asks + 1, askedAt: at };
  return [{ ...life, accepted, isLooking: true }, [{ _tag: 'Look', asked }]];
};

/** A refusal may come of a gateway half started: it is believed when it is heard again so much later, in milliseconds. */
const disbelief = 120_000;

/** Why nothing is known of it is told, where nothing else was the reason for that. */
const withReason = (life: Life, reason: ClientError, at: number): Life =>
  life.shown._tag === 'Unknown' && life.shown.reason === undefined ? show(life, { reason, at }) : life;

/** The exchange refuses to tell of the account. An order that was sent from here is looked for all the same. */
export const unheard = (life: Life, reason: ClientError, at: number): LifeStep => {
  const { refusedSince } = life;
  if (refusedSince !== undefined && at - refusedSince >= disbelief)
    return end(life, { _tag: 'Unresolved', reason, how: 'here', at });
  const told = withReason(life, reason, at);
  return noAsks(told === life ? life : { ...told, refusedSince: at });
};

/** The exchange can be asked from now on, or cannot: what it may have said meanwhile is asked for. */
export const on = (life: Life, isOn: boolean, context: LifeContext, at: number): LifeStep => {
  const session = isOn ? life.session + 1 : life.session;
  const refusedSince = isOn ? undefined : life.refusedSince;
  const known = { ...life, isOn, session, refusedSince, isLooking: isOn ? false : life.isLooking };
  if (isOn && life.shown._tag === 'Accepted') return askStatus(known, at);
  return consider(known, context, at);
};

const isNowhere = ({ accepted, shown }: Life): boolean =>
  shown._tag === 'Accepted' && shown.OrderId === undefined && (accepted?.asks ?? 0) >= statusAges.length;

/** What a look has brought is kept as evidence, unless it was asked on a socket that is lost. */
export const looked = (
  life: Life,
  { look, session }: Extract<LifeInput, { _tag: 'Looked' }>,
  context: LifeContext,
  at: number,
): LifeStep => {
  if (session !== life.session) return noAsks(life);
  const looks = [...life.looks, { ...look, isOfThisSession: true, session }];
  const told = look.error === undefined ? life : withReason(life, look.error, at);
  // What was accepted, and is not there after a refusal of its id, was refused.
  if (look.isClean && life.refusal !== undefined && life.shown._tag === 'Accepted')
    return end(life, { _tag: 'Rejected', reason: life.refusal, how: 'event', at });
  // It was taken, and nobody has said under which id: from here on it is in doubt as any other.
  if (isNowhere(told)) {
    const reason = 'the exchange has taken it, and has not told of it since';
    return consider({ ...show(told, { _tag: 'Unknown', reason, at }), looks, isLooking: false }, context, at);
  }
  return consider({ ...told, looks, isLooking: false }, context, at);
};
