import { Level2Column, type Level2Row } from '../codec/records/Level2Row.ts';
import { isZero } from '../codec/scalars/decimalOrder.ts';

const { ActionType, Quantity } = Level2Column;
const deleted = 2;

/** Says whether a row ends its level: a delete, whatever its quantity, or a quantity of 0, whatever its action. */
export const isGone = (row: Level2Row): boolean => row[ActionType] === deleted || isZero(row[Quantity]);
