import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { draw, icons, png } from '../../tools/icons/draw.ts';

describe.each(icons)('the icon $file', (icon) => {
  const committed = readFileSync(join(import.meta.dirname, '../../src/web/assets', icon.file));
  const points = (file: Buffer) =>
    inflateSync(file.subarray(file.indexOf('IDAT') + 4, file.indexOf('IEND') - 8));

  it('is what `npm run -s icons` draws today', () => {
    const fresh = Buffer.from(png(icon, draw(icon)));
    expect(committed.subarray(0, 33).equals(fresh.subarray(0, 33))).toBe(true);
    expect(points(committed).equals(points(fresh))).toBe(true); // how tightly it is packed may differ by machine
  });

  it('shows its sheet whole, whatever a phone cuts off', () => {
    const pixels = draw(icon);
    const at = (x: number, y: number) => [
      ...pixels.subarray((y * icon.side + x) * 4, (y * icon.side + x) * 4 + 4),
    ];
    expect(at(Math.floor(icon.side * 0.33), Math.floor(icon.side * 0.28))).toEqual([0xff, 0xfd, 0xf8, 255]);
    expect(at(0, 0)[3]).toBe(icon.maskable ? 255 : 0);
  });
});
