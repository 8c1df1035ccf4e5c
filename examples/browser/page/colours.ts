const read = (name: string): string =>
  getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

/** The colours of the style sheet, for what is drawn on a canvas. */
export const colours = {
  buy: read('buy'),
  sell: read('sell'),
  text: read('muted'),
  line: read('line'),
};

/** A colour of the form `#rrggbb`, as thin as is said: 0 is not to be seen. */
export const thin = (colour: string, opacity: number): string =>
  `${colour}${Math.round(opacity * 255)
    .toString(16)
    .padStart(2, '0')}`;
