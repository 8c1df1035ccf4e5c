import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** Makes the session tokens of an exchange: each in the form of a GUID, the same ones for the same seed. */
export const createSessionTokens = (seed: number): (() => string) => {
  let given = 0;
  return () => {
    const hex = bytesToHex(sha256(utf8ToBytes(`${seed}/${(given += 1)}`)));
    return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-4$3-8$4-$5');
  };
};
