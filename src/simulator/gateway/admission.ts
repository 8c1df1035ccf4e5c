import { MessageType } from '../../frame.ts';
import { wireText } from '../market/wireText.ts';
import type { Behaviour } from './behaviour.ts';
import { endpointNotFound } from './context.ts';
import { createRate } from './rate.ts';
import { tooManyRequests } from './refusals.ts';
import type { Request } from './request.ts';
import type { Response } from './respond.ts';

/** What becomes of a request before anybody looks at what it asks: it is acted on, or this instead. */
export type Admission = 'acted on' | 'ignored' | 'dropped' | Response;

const ofType = ({ frame: { type } }: Request, { subscribeTypes }: Behaviour): Admission => {
  if (type === MessageType.Request || subscribeTypes === 'answered') return 'acted on';
  return subscribeTypes === 'ignored' ? 'ignored' : { type: MessageType.Error, text: endpointNotFound };
};

const beyondRate = ({ rateLimit }: Behaviour): Admission => {
  if (rateLimit === 'none') return 'acted on';
  return rateLimit.beyond === 'refused'
    ? { type: MessageType.Reply, text: wireText(tooManyRequests) }
    : rateLimit.beyond;
};

/** Decides what becomes of each request of one connection. */
export const createAdmission = (behaviour: Behaviour): ((request: Request) => Admission) => {
  const isTooFast = createRate(behaviour.rateLimit);
  return (request) => {
    if (isTooFast()) return beyondRate(behaviour);
    if (request.frame.sequence === 0 && behaviour.numberZero === 'ignored') return 'ignored';
    return ofType(request, behaviour);
  };
};
