/** PDF per document, its size, its first document in a fresh process. */

import { formats } from '../../src/renderers/formats.ts';
import { contender, pdfContenders } from '../contenders/contender.ts';
import { interleave, median, ratio, type Work } from '../measure.ts';
import { atLeast, figure, times } from '../section.ts';
import { spread } from './docx.ts';
import { firstOf } from './first.ts';
import type { Part } from './part.ts';

const ours = 'proverka-pdf';
const labels: Record<string, string> = {
  'proverka-pdf': '**Proverka**, from checked complaint to file',
  pdfkit: 'pdfkit, fonts as bytes',
  'pdfkit-font-once': 'pdfkit, fonts parsed once',
};

export const pdf: Part = async (folder, say) => {
  if (!Object.hasOwn(formats, 'pdf')) {
    say('PDF: not there yet');
    return [];
  }
  const contenders = new Map<string, Work>();
  for (const name of pdfContenders) contenders.set(name, (await (await contender(name))(folder.path))());
  say('PDF: 15 rounds of 3 contenders');
  const rounds = await interleave(contenders, { rounds: 15, slice: 200, warmUp: 1000 });
  const first = await firstOf(pdfContenders, folder, { rounds: 5, documents: 50, counted: 2 }, say);
  const rows: string[][] = [];
  for (const [name, work] of contenders) {
    const file = await work(0);
    const alone = first.get(name);
    rows.push([
      labels[name] ?? name,
      figure(median(rounds.get(name) ?? [])),
      spread(rounds.get(name) ?? []),
      name === ours ? '' : times(ratio(rounds, name, ours)),
      file instanceof Uint8Array ? file.length.toLocaleString('en-US') : '–',
      figure(median(alone?.first ?? [])),
      figure(median(alone?.peak ?? [])),
    ]);
  }
  return [
    {
      title: 'PDF, ms per document',
      head: ['', 'median', 'quartiles', 'Proverka is faster by', 'bytes', 'first document, ms', 'peak MiB'],
      rows,
      goals: pdfContenders
        .slice(1)
        .map((name) => atLeast(`PDF against ${labels[name]}`, 8, ratio(rounds, name, ours))),
      notes: [
        'Only Proverka hyphenates Russian and writes a tagged file. Peak memory: of a fresh process after 50 documents.',
      ],
    },
  ];
};
