/**
 * docxtemplater as its manual says: an instance renders once, so each call takes a new PizZip and a new instance.
 * (There is no compiled template to keep: `compile` is deprecated and `render` changes the zip it was given.)
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Docxtemplater from 'docxtemplater';
import PizZip from 'pizzip';
import { inTurn, type Open, readData } from './contender.ts';

export const open: Open = (folder) => {
  const template = readFileSync(join(folder, 'template.docx'));
  return () =>
    inTurn(readData(folder), (data) => {
      const filled = new Docxtemplater(new PizZip(template), { paragraphLoop: true, linebreaks: true });
      filled.render(data);
      return filled.getZip().generate({ type: 'nodebuffer', compression: 'DEFLATE' });
    });
};
