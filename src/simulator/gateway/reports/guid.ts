import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** A text in the form of a GUID, always the same one of the same seed. */
export const guidOf = (seed: string): string =>
  bytesToHex(sha256(utf8ToBytes(seed))).replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-4$3-8$4-$5');

const form = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

/** The GUID that a text holds, bare, in quotes, in braces or in both; `undefined` where it holds none. */
export const readGuid = (text: string): string | undefined => {
  const bare = text
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .replace(/^\{(.*)\}$/, '$1')
    .toLowerCase();
  return form.test(bare) ? bare : undefined;
};
