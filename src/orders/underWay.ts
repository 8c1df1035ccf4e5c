import type { Cell } from './cell.ts';
import { type Engine, isOwnId } from './engine.ts';
import { isEnd } from './life.ts';

/**
 * Orders of ours that left and of which nobody knows yet whether they stand. Not those of others that somebody asks for:
 * they are none that this process has to answer for.
 */
export const underWay = (engine: Engine): readonly Cell[] =>
  engine.routes.all().filter((cell) => {
    const { _tag, order } = cell.life().shown;
    return order === undefined && !isEnd(_tag) && isOwnId(engine, cell.ClientOrderId);
  });
