/**
 * The key of a stream: its ids joined to one text. An `OMSId` other than 1 precedes them, as it makes a different
 * stream.
 *
 * @example
 * streamKey({ OMSId: 1 }, 7, 60); // '7:60'
 */
export const streamKey = (
  { OMSId = 1 }: { readonly OMSId?: number | undefined },
  ...ids: readonly number[]
): string => `${OMSId === 1 ? '' : `${OMSId}/`}${ids.join(':')}`;
