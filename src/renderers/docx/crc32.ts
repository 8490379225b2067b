/**
 * CRC-32 as ZIP wants it (PKWARE APPNOTE 4.4.7), able to pass over a piece whose own CRC is known without reading its bytes:
 * the CRC of a + b is that of a, advanced over as many zero bytes as b has, XOR that of b.
 */
const polynomial = 0xedb88320;

const byteTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ polynomial : crc >>> 1;
  return crc;
});

/** The CRC of `bytes` from `from` to `to`. */
export function crc32(bytes: Uint8Array, from = 0, to = bytes.length): number {
  let crc = 0xffffffff;
  for (let at = from; at < to; at++) crc = (crc >>> 8) ^ (byteTable[(crc ^ (bytes[at] ?? 0)) & 255] ?? 0);
  return ~crc >>> 0;
}

/** The CRC of a + b, from the CRC of each and the length of b in bytes (below 2³¹). */
export function joinedCrc(a: number, b: number, lengthOfB: number): number {
  let crc = a;
  for (let power = 0, rest = lengthOfB; rest > 0; power++, rest >>>= 1) {
    if (rest & 1) crc = applied(advanceBy(power), crc);
  }
  return (crc ^ b) >>> 0;
}

/** What 2^power zero bytes do to each four bits of a CRC: eight tables of sixteen, one after the other. */
const advances: Uint32Array[] = [];

function advanceBy(power: number): Uint32Array {
  const known = advances[power];
  if (known) return known;
  const half = power > 0 ? advanceBy(power - 1) : undefined;
  const step = (crc: number) =>
    half ? applied(half, applied(half, crc)) : (crc >>> 8) ^ (byteTable[crc & 255] ?? 0);
  const made = Uint32Array.from({ length: 128 }, (_, index) => step((index & 15) << ((index >>> 4) * 4)));
  advances[power] = made;
  return made;
}

function applied(table: Uint32Array, crc: number): number {
  let result = 0;
  for (let nibble = 0; nibble < 8; nibble++)
    result ^= table[nibble * 16 + ((crc >>> (nibble * 4)) & 15)] ?? 0;
  return result;
}
