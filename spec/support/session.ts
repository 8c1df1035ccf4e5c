import { type Frame, MessageType } from '../../src/frame.ts';

const { Request, Reply, Event, Error: ErrorType } = MessageType;
const frame = (type: MessageType, sequence: number, name: string, payload: string): Frame => ({
  type,
  sequence,
  name,
  payload,
});

/** A drawn session: requests, replies out of order, events whose numbers collide, an error. */
export const session = {
  a: frame(Request, 2, 'Add', '{}'),
  b: frame(Event, 2, 'PriceEvent', '{"Price":1}'),
  c: frame(Reply, 4, 'Add', '{"sum":3}'),
  d: frame(ErrorType, 2, 'Add', 'Endpoint Not Found'),
  e: frame(Event, 4, 'PRICEEVENT', '{"Price":2}'),
  f: frame(Reply, 6, 'Add', '{"result":false,"errormsg":"No","errorcode":104}'),
};
