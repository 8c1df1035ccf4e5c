const canParse = (url: string): boolean => {
  try {
    return new URL(url).protocol !== '';
  } catch {
    return false;
  }
};

/** Whether it is known where the user and the password of an address end: before its host, which a slash follows. */
const isWellFormed = (url: string): boolean => /^[a-z][a-z\d+.-]*:\/\//i.test(url) && canParse(url);

/**
 * An address as it may be shown: without user, password and query. In one that is none, all before the last `@` counts
 * as a password.
 *
 * @example
 * shownUrl('wss://ana:hush@exchange.example/gateway?token=hush'); // 'wss://exchange.example/gateway'
 */
export const shownUrl = (url: string): string => {
  const withoutUser = isWellFormed(url)
    ? url.replace(/\/\/[^/?#]*@/, '//')
    : url.replace(/^([a-z][a-z\d+.-]*:\/\/)?.*@/is, '$1');
  return withoutUser.replace(/[?#].*$/s, '');
};
