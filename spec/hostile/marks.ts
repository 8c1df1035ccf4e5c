/** Something secret, made so that it is found again in whatever form it is written. */
export interface Mark {
  readonly name: string;
  /** What is used as the key, the password and so on. */
  readonly value: string;
  /** The part that is looked for: letters and digits, which no escaping changes. */
  readonly core: string;
}

const base64CoresOf = (core: string): readonly string[] =>
  // Where it begins within three bytes decides how it is written; the ends depend on what stands beside it.
  [0, 1, 2].map((before) => {
    const text = Buffer.from('x'.repeat(before) + core).toString('base64');
    return text.slice(Math.ceil((before * 4) / 3) + 1, Math.floor(((before + core.length) * 4) / 3) - 1);
  });

const formsOf = (core: string): readonly string[] => {
  const hex = Buffer.from(core).toString('hex');
  return [core, hex, hex.toUpperCase(), ...base64CoresOf(core), Array.from(core).reverse().join('')];
};

/** A mark of a name; `around` is put before and behind, to be escaped and encoded. */
export const mark = (name: string, core: string, around = ''): Mark => ({
  name,
  core,
  value: around + core + around,
});

/** The marks that a text has in it, in any form. */
export const marksIn = (text: string, marks: readonly Mark[]): readonly string[] =>
  marks.flatMap(({ name, core }) => {
    const form = formsOf(core).find((candidate) => text.includes(candidate));
    if (form === undefined) return [];
    const at = text.indexOf(form);
    return [`${name} in …${text.slice(Math.max(0, at - 160), at + form.length + 40)}…`];
  });
