// A screen of a terminal as SVG: a pure function of the control sequences that it was given.

const cell = { width: 8.4, height: 18 };
const margin = { left: 16, top: 44, right: 16, bottom: 14 };
const colours = {
  ...{
    ground: '#0f141b',
    bar: '#1b222c',
    title: '#8b97a6',
    text: '#d5dde6',
    dots: ['#ef6a5e', '#f4bd4f', '#61c454'],
  },
  ...{ 31: '#f07178', 32: '#8fd17f', 33: '#f2c66d', 36: '#6cc7d9' },
};

const plain = { colour: colours.text, isBold: false, isFaint: false };

/** What a colour sequence makes of a style. */
const styled = (style, code) => {
  if (code === 0) return plain;
  if (code === 1) return { ...style, isBold: true };
  if (code === 2) return { ...style, isFaint: true };
  if (code === 22) return { ...style, isBold: false, isFaint: false };
  if (code === 39) return { ...style, colour: colours.text };
  return { ...style, colour: colours[code] ?? style.colour };
};

/** A line as runs of one style: where each begins, in characters, and its text. */
const runsOf = (line) => {
  const runs = [];
  let [style, column] = [plain, 0];
  // eslint-disable-next-line no-control-regex
  for (const [, codes, text] of line.matchAll(/\u001b\[([\d;]*)m|([^\u001b]+)/g)) {
    if (text === undefined) style = codes.split(';').map(Number).reduce(styled, style);
    else {
      runs.push({ column, text, ...style });
      column += [...text].length;
    }
  }
  return runs;
};

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const round = (value) => Number(value.toFixed(2));

/** How much of a cell a block fills from the left. */
const parts = new Map([...'▏▎▍▌▋▊▉█'].map((block, at) => [block, (at + 1) / 8]));

/** Bars are drawn, not written: no font has them without a gap. */
const barOf = ({ column, text }, y, fill) => {
  const length = [...text].reduce((sum, block) => sum + parts.get(block), 0);
  const at = { x: margin.left + column * cell.width, y: y + cell.height * 0.11 };
  return (
    `<rect x="${round(at.x)}" y="${round(at.y)}" width="${round(length * cell.width)}" ` +
    `height="${round(cell.height * 0.78)}" ${fill}/>`
  );
};

const isBar = ({ text }) => /^[█▏▎▍▌▋▊▉]+$/.test(text);

const drawn = (run, row) => {
  const y = margin.top + row * cell.height;
  const opacity = run.isFaint ? (isBar(run) ? ' opacity="0.5"' : ' opacity="0.6"') : '';
  if (isBar(run)) return barOf(run, y, `fill="${run.colour}"${opacity}`);
  const weight = run.isBold ? ' font-weight="bold"' : '';
  // Wider gaps are left out, as some viewers make one blank of many; the length holds the columns together in any font.
  return [...run.text.matchAll(/\S+(?: \S+)*/g)]
    .map(({ 0: text, index }) => {
      const x = round(margin.left + (run.column + [...run.text.slice(0, index)].length) * cell.width);
      const length = round([...text].length * cell.width);
      return (
        `<text x="${x}" y="${round(y + cell.height * 0.74)}" fill="${run.colour}"${weight}${opacity} ` +
        `textLength="${length}" lengthAdjust="spacingAndGlyphs">${escaped(text)}</text>`
      );
    })
    .join('');
};

/** A window with a title and these lines, as SVG. */
export const svgOf = (title, lines, columns) => {
  const width = round(margin.left + columns * cell.width + margin.right);
  const height = margin.top + lines.length * cell.height + margin.bottom;
  const dots = colours.dots.map(
    (fill, at) => `<circle cx="${20 + at * 18}" cy="16" r="5.5" fill="${fill}"/>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${width}" height="${height}" rx="9" fill="${colours.ground}"/>`,
    `<path d="M0 32V9a9 9 0 0 1 9-9H${width - 9}a9 9 0 0 1 9 9V32Z" fill="${colours.bar}"/>`,
    ...dots,
    '<g xml:space="preserve" font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, \'DejaVu Sans Mono\', monospace" font-size="13.5">',
    `<text x="${width / 2}" y="21" fill="${colours.title}" font-size="12.5" text-anchor="middle">${escaped(title)}</text>`,
    ...lines.map((line, row) =>
      runsOf(line)
        .map((run) => drawn(run, row))
        .join(''),
    ),
    '</g>',
    '</svg>',
    '',
  ].join('\n');
};
