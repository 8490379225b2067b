import { describe, expect, it } from 'vitest';
import { compose } from '#domain/compose.ts';
import { plain } from '#domain/document.ts';
import { authoritiesFor, episodesFor } from '#domain/library.ts';
import { type Format, formats } from '#renderers/formats.ts';
import { documentText } from '../support/docx-parts.ts';
import {
  complaintOf,
  described,
  library,
  paragraphsOf,
  templateIds,
  templateOf,
} from '../support/library.ts';
import { letters, lettersHeard, readPdf } from '../support/pdf.ts';

const all: [string, Format][] = Object.entries(formats);
const rows = templateIds.flatMap((template) =>
  authoritiesFor(library, templateOf(template)).flatMap(({ id }) =>
    all.map(([name, format]): [string, string, string, Format] => [template, id, name, format]),
  ),
);

/** What a reader of the file gets, as far as a test can read it, without spaces and hyphens. */
async function readable(format: string, output: string | Uint8Array): Promise<string> {
  if (typeof output === 'string') return letters(output);
  return format === 'pdf' ? lettersHeard((await readPdf(output)).heard) : letters(documentText(output));
}

describe('every complaint to every office in every format', () => {
  it.each(rows)(
    '%s to %s as %s names the office, the person, the law and a request for every episode',
    async (id, authority, name, format) => {
      for (const episode of episodesFor(library, templateOf(id))) {
        const { acts, ...other } = described;
        const answers = episode.open
          ? { ...other, acts: { ...acts, kinds: templateOf(id).matter.acts } }
          : { episode: episode.id };
        const document = compose(library, complaintOf(id, { authority, answers }));
        const output = await format.render(document);
        expect(output.length).toBeGreaterThan(2000);
        const text = await readable(name, output);
        const office = document.blocks.find((block) => block.id === 'addressee');
        const petition = document.blocks.find((block) => block.id === 'petition');
        for (const block of [office, petition]) {
          const [first = []] = block ? paragraphsOf(block) : [];
          for (const run of first) expect(text).toContain(letters(plain([run])));
        }
        expect(text).toContain(letters('Ивановой Марии Алексеевны'));
        expect(text).toContain(letters('УПК РФ'));
      }
    },
  );
});
