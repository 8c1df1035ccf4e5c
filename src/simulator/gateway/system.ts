import * as E from 'fp-ts/lib/Either.js';
import { ticksFromMs } from '../market/clock.ts';
import { success } from '../market/standardResponse.ts';
import { wireText } from '../market/wireText.ts';
import type { Handler } from './context.ts';

/** Says how long a call takes from part to part of the exchange: no time at all. */
export const healthCheck: Handler = (_request, context) => {
  const now = ticksFromMs(context.now());
  const timings = {
    ExchangeId: 1,
    Data1: now,
    Data2: 1,
    OmsId: 1,
    GatewayIn: now,
    OmsIn: now,
    MatchingEngineIn: now,
    OmsOut: now,
    GatewayOut: now,
    RoundTripTimeMic: 0,
  };
  return E.right({ ...success, detail: `running: ${wireText(timings)}` });
};

const orderStates = [
  ['Working', 'The order is open'],
  ['Rejected', 'The order was refused'],
  ['Canceled', 'The order was cancelled before it was filled'],
  ['Expired', 'The time of the order ran out'],
  ['FullyExecuted', 'The order is filled'],
] as const;

/** The one enumeration that the exchange lists: the states of orders. */
export const getEnums: Handler = () =>
  E.right([
    {
      Class: 'Order',
      Property: 'OrderState',
      Enums: orderStates.map(([Name, Description], index) => ({ Name, Description, Number: index + 1 })),
    },
  ]);
