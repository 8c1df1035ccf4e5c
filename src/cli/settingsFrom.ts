import { noSuch } from './noSuch.ts';
import { type Reader, type Settable, settings } from './settings.ts';
import { usageError } from './usageError.ts';

type AnySetting = Reader<unknown> | Readonly<Record<string, unknown>>;
const table: Readonly<Record<string, AnySetting>> = settings;

const isReader = (setting: AnySetting): setting is Reader<unknown> => typeof setting.read === 'function';

/** The values of an option, in words. */
const valuesOf = (setting: AnySetting): string =>
  isReader(setting) ? setting.takes : Object.keys(setting).join(', ');

const valueOf = (setting: AnySetting, text: string): unknown => {
  if (isReader(setting)) return setting.read(text);
  return Object.hasOwn(setting, text) ? setting[text] : undefined;
};

const settingFrom = (pair: string): readonly [name: string, value: unknown] => {
  const [, name = pair, text] = /^([^=]*)=(.*)$/s.exec(pair) ?? [];
  const setting = Object.hasOwn(table, name) ? table[name] : undefined;
  if (setting === undefined) throw usageError(noSuch('option of the exchange', name, Object.keys(table)));
  const value = text === undefined ? undefined : valueOf(setting, text);
  if (value === undefined) {
    const given = text === undefined ? 'it was given none' : `${JSON.stringify(text)} is not among them`;
    throw usageError(`--set ${name} takes ${valuesOf(setting)}; ${given}.`);
  }
  return [name, value];
};

/**
 * Reads options written as `NAME=VALUE`; of two for one name the later counts.
 *
 * @throws a usage error that names what could have been meant, at an unknown name or a value that the option does not take
 *
 * @example
 * settingsFrom(['numberZero=ignored', 'barColumns=9']); // { numberZero: 'ignored', barColumns: 9 }
 */
export const settingsFrom = (pairs: readonly string[]): Partial<Settable> =>
  Object.fromEntries(pairs.map(settingFrom));

/** Every option with its values, in a line each. */
export const settingLines = (): readonly string[] =>
  Object.entries(table).map(([name, setting]) => `${name}: ${valuesOf(setting)}`);
