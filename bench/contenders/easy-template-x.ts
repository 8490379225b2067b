/** easy-template-x: the handler is kept, and takes the template's bytes on each call. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TemplateHandler } from 'easy-template-x';
import { inTurn, type Open, readData } from './contender.ts';

export const open: Open = (folder) => {
  const template = readFileSync(join(folder, 'template.docx'));
  const handler = new TemplateHandler();
  return () => inTurn(readData(folder), (data) => handler.process(template, data));
};
