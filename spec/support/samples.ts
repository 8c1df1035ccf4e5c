import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readExactJson } from '../../src/json/exactJson.ts';
import { writeJson } from '../../src/json/json.ts';

/** A payload as some source has it. */
export interface Sample {
  readonly file: string;
  /** The function or event. */
  readonly name: string;
  readonly kind: 'request' | 'reply' | 'event' | 'error';
  /** The payload's text, digit for digit where the sample has it. */
  readonly text: string;
  /** Whether it came as an error frame. */
  readonly isErrorFrame: boolean;
}

interface SampleFile {
  readonly function: string;
  readonly kind: Sample['kind'];
  readonly payload?: unknown;
  readonly payloadText?: string;
  readonly o?: string;
  readonly frame?: { readonly m: number; readonly o: string };
}

const root = join(__dirname, '..', 'fixtures', 'samples');

const toSample = (file: string): Sample => {
  const {
    function: name,
    kind,
    payload,
    payloadText,
    o,
    frame,
  } = readExactJson(readFileSync(join(root, file), 'utf8')) as SampleFile;
  const text = payloadText ?? o ?? frame?.o ?? writeJson(payload);
  return { file, name, kind, text, isErrorFrame: frame?.m === 5 };
};

/** All samples of a folder of fixtures. */
export const samplesOf = (folder: 'functions' | 'streams'): readonly Sample[] =>
  readdirSync(join(root, folder))
    .sort()
    .map((file) => toSample(`${folder}/${file}`));

/** The text of one sample. */
export const sampleText = (file: string): string => toSample(file).text;
