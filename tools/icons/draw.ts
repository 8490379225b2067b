/** The icon of the installed program: a sheet of paper with lines, as any program has one. Drawn by rectangles, so it is the same everywhere. */
import { crc32, deflateSync } from 'node:zlib';

type Colour = readonly [red: number, green: number, blue: number];
/** In parts of the icon's side, from the left and the top; `round` is the radius of the corners. */
type Shape = { x: number; y: number; width: number; height: number; round: number; colour: Colour };

const ink: Colour = [0x17, 0x47, 0x5c];
const leaf: Colour = [0xff, 0xfd, 0xf8];
const line: Colour = [0x9d, 0xb4, 0xbd];

export type Icon = { file: string; side: number; maskable: boolean };

export const icons: readonly Icon[] = [
  { file: 'app-192.png', side: 192, maskable: false },
  { file: 'app-512.png', side: 512, maskable: false },
  { file: 'app-maskable-512.png', side: 512, maskable: true },
];

/** A phone may cut anything off a maskable icon but the inner circle of four fifths: the sheet stays inside it. */
function shapes(maskable: boolean): Shape[] {
  const back: Shape = { x: 0, y: 0, width: 1, height: 1, round: maskable ? 0 : 0.19, colour: ink };
  const size = maskable ? 0.78 : 1;
  const at = (value: number) => 0.5 + (value - 0.5) * size;
  const bar = (x: number, y: number, width: number, height: number, round: number, colour: Colour) => ({
    x: at(x),
    y: at(y),
    width: width * size,
    height: height * size,
    round: round * size,
    colour,
  });
  const lines = [0.34, 0.45, 0.56].map((y) => bar(0.35, y, 0.3, 0.045, 0.02, line));
  return [back, bar(0.25, 0.17, 0.5, 0.66, 0.04, leaf), ...lines, bar(0.35, 0.67, 0.17, 0.045, 0.02, line)];
}

/** Red, green, blue and opacity of each point; every point is looked at in sixteen places. */
export function draw({ side, maskable }: Icon): Uint8Array {
  const all = shapes(maskable);
  const pixels = new Uint8Array(side * side * 4);
  const places = [0.125, 0.375, 0.625, 0.875];
  for (let at = 0; at < side * side; at++) {
    const sum = [0, 0, 0, 0];
    for (const down of places)
      for (const right of places) {
        const x = ((at % side) + right) / side;
        const y = (Math.floor(at / side) + down) / side;
        const top = all.findLast((shape) => covers(shape, x, y));
        if (top)
          for (const [index, value] of [...top.colour, 255].entries()) sum[index] = (sum[index] ?? 0) + value;
      }
    const seen = (sum[3] ?? 0) / 255;
    for (const [index, value] of sum.entries())
      pixels[at * 4 + index] = seen === 0 ? 0 : Math.round(value / (index === 3 ? 16 : seen));
  }
  return pixels;
}

function covers({ x, y, width, height, round }: Shape, left: number, top: number): boolean {
  const across = Math.abs(left - x - width / 2) - width / 2 + round;
  const down = Math.abs(top - y - height / 2) - height / 2 + round;
  return Math.max(across, down) <= round && (across <= 0 || down <= 0 || Math.hypot(across, down) <= round);
}

/** PNG (w3.org/TR/png): head, one stretch of points, end; no times, no texts, no name of a program. */
export function png({ side }: Icon, pixels: Uint8Array): Uint8Array {
  const rows = Buffer.alloc(side * (side * 4 + 1)); // each row begins with 0: no filter
  for (let row = 0; row < side; row++)
    rows.set(pixels.subarray(row * side * 4, (row + 1) * side * 4), row * (side * 4 + 1) + 1);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head.set([8, 6], 8); // eight bits each, with opacity
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  out.set(body, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}
