/** No peer but a yardstick: zlib alone packs the finished document.xml of Proverka's own files. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { inTurn, type Open } from './contender.ts';

export const open: Open = (folder) => () => {
  const documents: string[] = JSON.parse(readFileSync(join(folder, 'xml.json'), 'utf8'));
  return inTurn(
    documents.map((xml) => Buffer.from(xml)),
    (xml) => deflateRawSync(xml, { level: 6 }),
  );
};
