// Draws the two icons of the Teams app from their geometry, the key of favicon.svg: a ring, its shaft and a tooth.
import { writeFileSync } from 'node:fs';
import { crc32, deflateSync } from 'node:zlib';

/** How far a point is from a segment with round ends, in units of the 32-unit drawing. */
const toSegment = (x, y, [ax, ay, bx, by]) => {
  const along = Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2)));
  return Math.hypot(x - ax - along * (bx - ax), y - ay - along * (by - ay));
};
const STROKE = 1.5;
const isKey = (x, y) =>
  Math.abs(Math.hypot(x - 12, y - 16) - 5) <= STROKE ||
  toSegment(x, y, [17, 16, 26, 16]) <= STROKE ||
  toSegment(x, y, [23, 16, 23, 20]) <= STROKE;

const FINE = 8;

/** A PNG of `size` pixels; `color` gives for a point of the drawing its colour, or nothing where it is transparent. */
const png = (size, color) => {
  const rows = Buffer.alloc(size * (size * 4 + 1));
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column < size; column += 1) {
      const sum = [0, 0, 0, 0];
      for (let fine = 0; fine < FINE * FINE; fine += 1) {
        const at = (pixel, part) => ((pixel + (part + 0.5) / FINE) * 32) / size;
        const here = color(at(column, fine % FINE), at(row, Math.floor(fine / FINE)));
        if (here !== undefined) for (const channel of [0, 1, 2, 3]) sum[channel] += [...here, 255][channel];
      }
      const covered = sum[3] / 255;
      const start = row * (size * 4 + 1) + 1 + column * 4;
      for (const channel of [0, 1, 2]) rows[start + channel] = covered === 0 ? 0 : Math.round(sum[channel] / covered);
      rows[start + 3] = Math.round(sum[3] / (FINE * FINE));
    }
  const chunk = (type, data) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const ends = Buffer.alloc(8);
    ends.writeUInt32BE(data.length, 0);
    ends.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};

const WHITE = [255, 255, 255];
const GROUND = [11, 100, 100];
const to = (name) => new URL(`../teams/${name}`, import.meta.url);
writeFileSync(
  to('color.png'),
  png(192, (x, y) => (isKey(x, y) ? WHITE : GROUND)),
);
// The outline icon is white on nothing, and fills its square.
writeFileSync(
  to('outline.png'),
  png(32, (x, y) => (isKey(5.8 + (x - 1) * 0.72, 7.0 + (y - 4.5) * 0.72 + 0.9) ? WHITE : undefined)),
);
