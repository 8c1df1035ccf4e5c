const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'] as const;

/**
 * A bar from the left, as long as a part of a width, to the eighth of a column. Nothing for a part that is no number.
 *
 * @param part from 0 to 1; what lies beyond counts as the nearer end
 *
 * @example
 * bar(0.5, 5); // '██▌'
 */
export const bar = (part: number, width: number): string => {
  const length = Math.round(Math.min(1, Math.max(0, part || 0)) * width * 8);
  return '█'.repeat(Math.floor(length / 8)) + (eighths[length % 8] ?? '');
};
