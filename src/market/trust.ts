import type { ClientError } from '../errors.ts';
import type { Trust } from '../streams/kept.ts';

/** What a moment has brought, for the sake of trust. */
export interface Moment {
  /** When, in milliseconds since 1970. */
  readonly at: number;
  /** Whether what is kept follows the exchange and is whole, after it. */
  readonly isLive: boolean;
  /** Whether the exchange has told the whole of it anew. */
  readonly isProof: boolean;
  /** Why it follows no longer, where that is told now. */
  readonly cause?: ClientError | undefined;
}

/** How far something can be trusted of which nothing is known yet. */
export const noTrust = (at: number): Trust => ({
  status: 'restoring',
  since: at,
  asOf: 0,
  provenAt: 0,
  epoch: 0,
});

const because = (cause: ClientError | undefined): Pick<Trust, 'cause'> =>
  cause === undefined ? {} : { cause };

/** How far it can be trusted after a moment. */
export const trustAfter = (trust: Trust, { at, isLive, isProof, cause }: Moment): Trust => {
  const { status, asOf, provenAt, epoch } = trust;
  const isSame = (status === 'live') === isLive;
  const since = isSame ? trust.since : at;
  if (!isLive) return { status: 'restoring', since, asOf, provenAt, epoch, ...because(cause ?? trust.cause) };
  return isSame && !isProof
    ? { ...trust, asOf: at }
    : { status: 'live', since, asOf: at, provenAt: at, epoch: epoch + 1 };
};

/** It cannot be had. */
export const trustFailed = ({ asOf, provenAt, epoch }: Trust, at: number, cause: ClientError): Trust => ({
  status: 'failed',
  since: at,
  asOf,
  provenAt,
  epoch,
  cause,
});
