/** An address as it may be shown: without user, password, query and fragment, in which a secret may stand. */
export const shownUrl = (url: string): string => {
  const { protocol, host, pathname } = new URL(url);
  return `${protocol}//${host}${pathname}`;
};
