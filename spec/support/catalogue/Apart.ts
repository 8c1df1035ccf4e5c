/** A sample that is no valid request here, or is sent in another way. */
export interface RequestApart {
  /** What the refusal says. */
  readonly refused?: RegExp;
  /** What is sent instead of what the sample has. */
  readonly sent?: unknown;
  /** The sample with its keys as the exchange spells them; what is sent then is compared without regard to case. */
  readonly given?: unknown;
}

/** Samples by file, and in a comment each why it stands apart. A file here lists those of the functions it is named for. */
export interface Apart {
  readonly requestsApart: Readonly<Record<string, RequestApart>>;
  /** Samples that are no valid reply, or a refusal, and the message of the error that each is. */
  readonly repliesApart: Readonly<Record<string, string>>;
}
