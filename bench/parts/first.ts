/** The first document of a fresh process, and the memory that many take. */
import { join } from 'node:path';
import { median, ratio, rotated } from '../measure.ts';
import { jsonFrom } from '../process.ts';
import { atMost, figure } from '../section.ts';
import type { Folder } from '../work/folder.ts';
import type { Part } from './part.ts';

/** Milliseconds and MiB, one number per process. */
export type Alone = Record<'loading' | 'opening' | 'first' | 'peak', number[]>;

const labels: Record<string, string> = {
  proverka: '**Proverka**',
  'proverka-warmed': 'Proverka, after the warm-up that the service does as it starts',
  docx: '`docx`',
  docxtemplater: 'docxtemplater',
  'easy-template-x': 'easy-template-x',
};

const program = join(import.meta.dirname, '../children/first.ts');

export const first: Part = async (folder, say) => {
  const plan = { rounds: 9, documents: 500, counted: 3 };
  const alone = await firstOf(Object.keys(labels), folder, plan, say);
  const rounds = new Map([...alone].map(([name, { first }]) => [name, first]));
  const against = (name: string) => ratio(rounds, name, 'docxtemplater');
  const of = (name: string, what: keyof Alone) => figure(median(alone.get(name)?.[what] ?? []));
  return [
    {
      title: 'First DOCX of a fresh process, ms',
      head: ['', 'import', 'open', 'first document', 'peak MiB after 500'],
      rows: Object.entries(labels).map(([name, label]) => [
        label,
        of(name, 'loading'),
        of(name, 'opening'),
        of(name, 'first'),
        of(name, 'peak'),
      ]),
      goals: [
        atMost('First DOCX of a process against docxtemplater', 0.1, against('proverka')),
        atMost('First DOCX after the warm-up of the service, likewise', 0.1, against('proverka-warmed')),
      ],
      notes: [
        'Proverka imports every format, the schemas and the law, and opens all templates, as it kept them from an earlier start; its 50 complaints have been checked before the clock of the first document starts.',
      ],
    },
  ];
};

/** Each contender alone, in turns; in the first `counted` rounds it goes on to `documents` for its peak. */
export async function firstOf(
  names: readonly string[],
  folder: Folder,
  { rounds, documents, counted }: { rounds: number; documents: number; counted: number },
  say: (progress: string) => void,
): Promise<ReadonlyMap<string, Alone>> {
  const alone = new Map(
    names.map((name): [string, Alone] => [name, { loading: [], opening: [], first: [], peak: [] }]),
  );
  say(`First documents: ${rounds} fresh processes of each of ${names.length} contenders`);
  for (let round = 0; round < rounds; round++) {
    for (const name of rotated(names, round)) {
      const more = round < counted ? documents : 0;
      const measured = await jsonFrom(program, name, folder.path, String(more));
      const times = alone.get(name);
      for (const what of ['loading', 'opening', 'first'] as const)
        times?.[what].push(measured[what] ?? Number.NaN);
      if (more > 0) times?.peak.push(measured.peak ?? Number.NaN);
    }
  }
  return alone;
}
