/** DOCX per document, and its size. */
import { contender, type Open } from '../contenders/contender.ts';
import { interleave, median, quantile, type Rounds, ratio, type Work } from '../measure.ts';
import { atLeast, atMost, figure, times } from '../section.ts';
import type { Part } from './part.ts';

const ours = 'proverka';
const peers = ['docx', 'docxtemplater', 'easy-template-x'];

const labels: Record<string, string> = {
  proverka: '**Proverka**, from checked complaint to file',
  'proverka-render': 'Proverka, from composed document to file',
  deflate: 'zlib level 6 on its document.xml, nothing else',
  docx: '`docx` from scratch',
  docxtemplater: 'docxtemplater',
  'easy-template-x': 'easy-template-x',
};

export const docx: Part = async (folder, say) => {
  const contenders = new Map<string, Work>();
  for (const name of Object.keys(labels)) {
    const open: Open = await contender(name);
    contenders.set(name, (await open(folder.path))());
  }
  say('DOCX: 25 rounds of 6 contenders');
  const rounds = await interleave(contenders, { rounds: 25, slice: 60, warmUp: 600 });
  const sizes = new Map<string, number>();
  for (const [name, work] of contenders) sizes.set(name, await size(work));
  const fastest = fastestOf(rounds, peers);
  const whole = (name: string) => ratio(rounds, name, ours);
  const toDeflate = (name: string) => ratio(rounds, name, 'deflate');
  return [
    {
      title: 'DOCX, ms per document',
      head: ['', 'median', 'quartiles', 'Proverka is faster by', 'bytes'],
      rows: Object.entries(labels).map(([name, label]) => [
        label,
        figure(median(rounds.get(name) ?? [])),
        spread(rounds.get(name) ?? []),
        name === ours ? '' : times(whole(name)),
        (sizes.get(name) ?? 0).toLocaleString('en-US'),
      ]),
      goals: [
        atLeast('DOCX against docxtemplater', 120, whole('docxtemplater')),
        atLeast(`DOCX against the fastest peer of this run, ${fastest}`, 50, whole(fastest)),
        atMost('DOCX, complaint to file, against zlib on its document.xml', 0.25, toDeflate(ours)),
        atMost(
          'DOCX, document to file, against zlib on its document.xml',
          0.25,
          toDeflate('proverka-render'),
        ),
        atMost(
          'DOCX, bytes against `docx` from scratch',
          1,
          (sizes.get(ours) ?? 0) / (sizes.get('docx') ?? 0),
        ),
      ],
      notes: [
        `A crime report of ${folder.characters.toLocaleString('en-US')} characters by 50 made-up people in turn; every contender writes the same words (checked before the clock starts).`,
        'Peers get their values ready-made, and what never changes stands in their template; Proverka works them out in each call: counts, limitation periods, typography, the name in the genitive.',
      ],
    },
  ];
};

export function spread(values: readonly number[]): string {
  return `${figure(quantile(values, 0.25))}–${figure(quantile(values, 0.75))}`;
}

export function fastestOf(rounds: Rounds, names: readonly string[]): string {
  const sorted = [...names].sort((a, b) => median(rounds.get(a) ?? []) - median(rounds.get(b) ?? []));
  return sorted[0] ?? '';
}

/** Bytes of the first document. */
async function size(work: Work): Promise<number> {
  const file = await work(0);
  return file instanceof Uint8Array ? file.length : Number.NaN;
}
