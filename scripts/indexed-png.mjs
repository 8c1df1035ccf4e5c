import { crc32, deflateSync, inflateSync } from 'node:zlib';

// Pictures in the docs are small: a screenshot of flat colours loses nothing to the eye when it has 256 of them.
const signature = Buffer.from('89504e470d0a1a0a', 'hex');
const palette = 256;

const chunksOf = (png) => {
  const chunks = [];
  for (let at = signature.length; at < png.length;) {
    const length = png.readUInt32BE(at);
    chunks.push({
      type: png.toString('latin1', at + 4, at + 8),
      data: png.subarray(at + 8, at + 8 + length),
    });
    at += length + 12;
  }
  return chunks;
};

const chunk = (type, data) => {
  const framed = Buffer.alloc(data.length + 12);
  framed.writeUInt32BE(data.length);
  framed.write(type, 4, 'latin1');
  data.copy(framed, 8);
  framed.writeUInt32BE(crc32(framed.subarray(4, data.length + 8)), data.length + 8);
  return framed;
};

/** What a byte is predicted to be out of those to the left, above, and above to the left. */
const predictions = [
  () => 0,
  (left) => left,
  (_, up) => up,
  (left, up) => (left + up) >> 1,
  (left, up, corner) => {
    const [a, b, c] = [left, up, corner].map((byte) => Math.abs(left + up - corner - byte));
    if (a <= b && a <= c) return left;
    return b <= c ? up : corner;
  },
];

/** The pixels of a picture, each as many bytes as its colour has. */
const unfiltered = (raw, width, height, depth) => {
  const stride = width * depth;
  const pixels = Buffer.alloc(stride * height);
  const at = (row, column) => (row < 0 || column < 0 ? 0 : pixels[row * stride + column]);
  for (let row = 0; row < height; row++) {
    const predict = predictions[raw[row * (stride + 1)]];
    for (let column = 0; column < stride; column++) {
      const predicted = predict(
        at(row, column - depth),
        at(row - 1, column),
        column < depth ? 0 : at(row - 1, column - depth),
      );
      pixels[row * stride + column] = raw[row * (stride + 1) + 1 + column] + predicted;
    }
  }
  return pixels;
};

const distance = (one, other) =>
  [16, 8, 0].reduce((sum, shift) => sum + (((one >> shift) & 255) - ((other >> shift) & 255)) ** 2, 0);

/** The colours that occur most, and for every colour the place of the nearest of them. */
const paletteOf = (colours) => {
  const counts = new Map();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const kept = [...counts].sort(([, one], [, other]) => other - one).slice(0, palette);
  const chosen = kept.map(([colour]) => colour);
  const nearest = (colour) =>
    chosen.reduce((best, one, index) => {
      return distance(one, colour) < distance(chosen[best], colour) ? index : best;
    }, 0);
  return { chosen, places: new Map([...counts.keys()].map((colour) => [colour, nearest(colour)])) };
};

/**
 * The same picture with the 256 colours that occur most in it, a third of the size.
 *
 * @param png A screenshot: eight bits a channel, not interlaced.
 */
export const indexedPng = (png) => {
  const chunks = chunksOf(png);
  const [{ data: header }] = chunks;
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const depth = header[9] === 6 ? 4 : 3;
  const packed = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data));
  const pixels = unfiltered(inflateSync(packed), width, height, depth);
  const colours = Array.from({ length: width * height }, (_, index) => pixels.readUIntBE(index * depth, 3));
  const { chosen, places } = paletteOf(colours);
  const rows = Buffer.alloc((width + 1) * height);
  colours.forEach((colour, index) => {
    rows[Math.floor(index / width) * (width + 1) + 1 + (index % width)] = places.get(colour);
  });
  const indexed = Buffer.from(header);
  indexed[9] = 3;
  const table = Buffer.alloc(chosen.length * 3);
  chosen.forEach((colour, index) => table.writeUIntBE(colour, index * 3, 3));
  return Buffer.concat([
    signature,
    chunk('IHDR', indexed),
    chunk('PLTE', table),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};
