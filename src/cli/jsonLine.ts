import { stringify } from 'lossless-json';
import { printable } from './printable.ts';

/** A value as JSON in one line, every integer exact and every control character written as its escape. */
export const jsonLine = (value: unknown): string => printable(stringify(value) ?? 'null');
