import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Endpoint } from '../../src/endpoint.ts';
import type { Apart } from './catalogue/Apart.ts';

type Exports = Readonly<Record<string, unknown>>;

/** What the modules of a folder export, whatever folders they are in. */
const exportsIn = (folder: string): readonly unknown[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .sort()
    .flatMap((file) => Object.values(jest.requireActual<Exports>(join(folder, file))));

const isEndpoint = (u: unknown): u is Endpoint<unknown, unknown> =>
  typeof u === 'object' && u !== null && 'isCommand' in u && 'request' in u && 'reply' in u;

const isApart = (u: unknown): u is Apart => typeof u === 'object' && u !== null && 'repliesApart' in u;

/** Every function that has a file, as these are found: there is no list to forget one in. */
export const endpoints = exportsIn(join(__dirname, '..', '..', 'src', 'endpoints')).filter(isEndpoint);

const lists = exportsIn(join(__dirname, 'catalogue')).filter(isApart);

/** The samples that are treated in another way than all others, by file: what the lists beside this name. */
export const apart = {
  requests: new Map(lists.flatMap(({ requestsApart }) => Object.entries(requestsApart))),
  replies: new Map(lists.flatMap(({ repliesApart }) => Object.entries(repliesApart))),
};
