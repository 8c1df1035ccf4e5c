/** What a piece of text means; the colours follow from that. */
export type Style = 'strong' | 'faint' | 'up' | 'down' | 'upBar' | 'downBar' | 'notice' | 'accent';

/** A piece of a line: a text that holds no line end, and what it means. */
export type Span = readonly [text: string, style?: Style | undefined];

/** A line of a view, from left to right. Texts of others may stand in it as they came: painting makes them harmless. */
export type Line = readonly Span[];

/** How many characters a screen has beside and below each other. */
export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** A line with nothing in it. */
export const blank: Line = [];

/** The text of a line, without what it means. */
export const plainText = (line: Line): string => line.map(([text]) => text).join('');
