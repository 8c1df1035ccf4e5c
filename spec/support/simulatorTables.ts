import { settings } from '../../src/cli/settings.ts';
import { defaultBehaviour } from '../../src/simulator/gateway/behaviour.ts';
import { defaultDialect } from '../../src/simulator/gateway/dialect/dialect.ts';
import { type Profile, profiles } from '../../src/simulator/index.ts';

const defaults: Readonly<Record<string, unknown>> = {
  events: 'countOn',
  ...defaultBehaviour,
  ...defaultDialect,
};

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** The values of an option as a table has them, the default first and bold. */
const valuesCell = (name: string, setting: object): string => {
  const normal = textOf(defaults[name]);
  const others = 'takes' in setting ? ['…'] : Object.keys(setting).filter((text) => text !== normal);
  return [`**${normal}**`, ...others].join(', ');
};

/** Every option of an exchange with its values. */
export const optionRows: readonly (readonly [name: string, values: string])[] = Object.entries(settings).map(
  ([name, setting]) => [name, valuesCell(name, setting)],
);

const differing = (profile: Profile): string =>
  Object.entries(profile)
    .filter(([name, value]) => textOf(value) !== textOf(defaults[name]))
    .map(([name, value]) => `\`${name}\` ${textOf(value)}`)
    .join(', ');

/** Every profile, with what differs from an exchange without one; of the adversarial one nearly everything does. */
export const profileRows: readonly (readonly [name: string, differs: string])[] = Object.entries(
  profiles,
).map(([name, profile]) => [name, name === 'adversarial' ? 'nearly everything' : differing(profile)]);
