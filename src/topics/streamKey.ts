/**
 * The key of a stream: its ids joined to one text. Another order system than the usual one makes it another stream.
 *
 * @example
 * streamKey({ OMSId: 1 }, 7, 60); // '7:60'
 */
export const streamKey = (
  { OMSId = 1 }: { readonly OMSId?: number | undefined },
  ...ids: readonly number[]
): string => `${OMSId === 1 ? '' : `${OMSId}/`}${ids.join(':')}`;
