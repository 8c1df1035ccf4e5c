/** What a frame is, read from its text by nothing of the library's. */
export const headOf = (text: string) => {
  const found = /^\{"m":(\d),"i":(-?\d+),"n":"(\w*)"/.exec(text);
  return found === null
    ? undefined
    : { type: Number(found[1]), sequence: Number(found[2]), name: found[3] ?? '' };
};

/** A field that is a number, as it stands there; empty where it is not there. */
export const field = (text: string, name: string): string =>
  new RegExp(`${name}\\\\?":(\\d+)`).exec(text)?.[1] ?? '';

/** The stream that a call begins or ends. */
export const streamIn = (name: string, text: string): string => {
  const kind = name.replace(/^(Un)?[sS]ubscribe/, '');
  const subject = kind === 'AccountEvents' ? field(text, 'AccountId') : field(text, 'InstrumentId');
  return `${kind}:${subject}`;
};

/** Whether a stream is one of an account. */
export const isOfAccount = (stream: string): boolean => /^(Account|OrderState)/.test(stream);

/** Whether an answer refuses. */
export const isNo = (type: number, text: string): boolean =>
  type === 5 || /\\?"(Subscribed|Subscribe|result)\\?":false/.test(text);

/** The fields that tell requests of a program apart. */
export const markIn = (text: string): number =>
  Number(/(?:ClientOrderId|ClOrderId|Depth)\\?":(\d{6,})/.exec(text)?.[1] ?? Number.NaN);

/** The instrument of a stream, if that is one of a book. */
export const bookIn = (stream: string): string | undefined => /^Level2:(\d+)$/.exec(stream)?.[1];
