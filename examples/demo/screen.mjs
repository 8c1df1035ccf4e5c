import process from 'node:process';
import { auditTime, Subject } from 'rxjs';
import { pictureOf } from './picture.mjs';

const codes = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, cyan: 36 };
const hideCursor = '\u001b[?25l';
const showCursor = '\u001b[?25h';
const clearScreen = '\u001b[2J\u001b[H';
const clearRest = '\u001b[J';
const clearLine = '\u001b[K';
const up = (lines) => (lines > 0 ? `\u001b[${lines}A` : '');

/** Milliseconds between two pictures: more often than that nobody sees. */
const pace = 80;

/** As much of a line as fits, painted; characters are counted by code point. */
const paintLine = (pieces, columns, hasColour) => {
  let room = columns;
  let line = '';
  for (const [text, colour] of pieces) {
    const shown = [...text].slice(0, room).join('');
    room -= [...shown].length;
    line += hasColour && colour !== undefined ? `\u001b[${codes[colour]}m${shown}\u001b[0m` : shown;
  }
  return line;
};

/**
 * Draws what happens in place, on a terminal, and leaves the last picture standing. The cursor comes back however
 * the process ends. `NO_COLOR` turns colours off.
 */
export const createScreen = (output, { NO_COLOR = '' }) => {
  const hasColour = NO_COLOR === '';
  const scenes = new Subject();
  let drawn = 0;
  let scene;

  const draw = () => {
    if (scene === undefined) return;
    // The last column and the last row stay free: a character there would scroll or wrap on some terminals.
    const columns = Math.max(10, (output.columns || 80) - 1);
    const lines = pictureOf(scene, Math.max(3, (output.rows || 24) - 1));
    const text = lines.map((line) => `${paintLine(line, columns, hasColour)}${clearLine}\n`).join('');
    output.write(`\r${up(drawn)}${text}${clearRest}`);
    drawn = lines.length;
  };
  const redraw = () => {
    output.write(clearScreen);
    drawn = 0;
    draw();
  };
  const restore = () => output.write(showCursor);

  output.write(hideCursor);
  output.on('resize', redraw);
  process.on('exit', restore);
  const drawing = scenes.pipe(auditTime(pace)).subscribe(draw);

  return {
    show: (next) => {
      scene = next;
      scenes.next();
    },
    end: () => {
      drawing.unsubscribe();
      output.off('resize', redraw);
      process.off('exit', restore);
      draw();
      restore();
    },
  };
};
