import { type FaultScript, faultScript } from '../simulator/index.ts';
import { FaultScriptCodec } from '../simulator/gateway/faults/faultCodec.ts';
import { readJsonFile } from './readJsonFile.ts';

/** How long a random script lasts: long enough for clients whose time limits are those of real networks. */
const lasts = 30_000;
const most = 16;

/**
 * The script that a seed or a JSON file stands for.
 *
 * @param written digits are a seed, anything else is a file
 * @param userIds who may be logged out by the script of a seed
 * @throws a usage error of one line that says what is wrong with the file
 */
export const faultScriptFrom = (written: string, userIds: readonly number[]): FaultScript =>
  /^\d{1,15}$/.test(written)
    ? faultScript(Number(written), { lasts, most, userIds, kinds: 'all' })
    : readJsonFile(written, FaultScriptCodec);
