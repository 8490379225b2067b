/**
 * Run by slow-patterns.test.ts as a program of its own, because nothing can stop a pattern that never ends but the
 * end of its program. Prints the name of each probe when it is through.
 */
import { genitiveForm } from '#domain/applicant.ts';
import { readComplaint } from '#domain/complaint.ts';
import { compose } from '#domain/compose.ts';
import { cyrillicSpelling } from '#domain/cyrillic-spelling.ts';
import { found } from '#domain/library.ts';
import { shortVersion } from '#domain/short-version.ts';
import { manyLines, oneLine } from '#domain/text.ts';
import { quoted, typeset } from '#domain/typography.ts';
import { bodyOf, library, ownEpisode, today } from '../support/site.ts';

const template = found(library.templates, 'crime-report-media');

/** A pattern is asked to begin well, to go on long, and to fail at the end. */
const pieces = [
  'а',
  'А',
  'a',
  '1',
  '.',
  'а.',
  'a.',
  '-',
  ' ',
  '\n',
  ' \n',
  '\t',
  '\u0483',
  'а\u0483',
  '\u0301',
  '@',
  'a@',
  ':',
  '/',
  'http://',
  '(',
  '+1',
  '"',
  '«',
  '»',
  '«а',
  "'",
  ' с',
  ' с ',
  'ст. ',
  '№ ',
  '1 ',
  ' —',
  '<',
  '&',
  '%20',
  'и',
  'ямих',
  'Ӏ',
  'Х|',
  '\ud800',
  '\u200d',
  '😀',
];

/** Refinements run on what is too long as well: whatever fits into a request reaches the patterns of the schema. */
function ask(text: string): void {
  const names = { lastName: text, firstName: text, patronymic: text, genitive: text };
  const applicant = { ...names, address: text, email: text, phone: text };
  const own = { title: text, outlet: text, issue: text, url: text, date: text };
  const answers = { ...ownEpisode, reports: text, ownWords: text, ownSources: [own] };
  readComplaint(library, template, bodyOf(template.id, { date: text, applicant, answers }), today);
}

/** Everything that a text goes through once it is neither too long nor refused. */
function write(text: string): void {
  const line = oneLine(text) || 'а';
  const source = { ...ownEpisode.ownSources[0], title: line.slice(0, 200), outlet: line.slice(0, 100) };
  const answers = {
    ...ownEpisode,
    reports: text.slice(0, 2000) || 'а',
    ownWords: text.slice(0, 2000),
    ownSources: [source],
  };
  const body = bodyOf(template.id, { applicant: { address: line.slice(0, 250) }, answers });
  const checked = readComplaint(library, template, body, today);
  if (!checked.ok) return;
  compose(library, checked.value);
  shortVersion(library, checked.value, 1500);
}

function spell(text: string): void {
  manyLines(text);
  quoted(text);
  typeset(text);
  cyrillicSpelling(text);
  genitiveForm({ lastName: text, firstName: text, patronymic: text, gender: 'male' });
}

/** Lengths that a name, an address and a text may have, and one that fills the request. */
for (const size of [50, 240, 2000, 50_000]) {
  for (const [index, piece] of pieces.entries()) {
    if (size > 2000 && index % 2 === 1) continue; // what is slow there is slow at 2000 as well
    const body = piece.repeat(Math.ceil(size / piece.length));
    ask(`А${body}!`);
    ask(index % 4 < 2 ? `a@${body}` : `http://a${body}"`);
    for (const text of size > 2000 ? [] : [body, `«${body}1`, ` ${body}Z`]) spell(text);
    if (size === 2000 && index % 3 === 0) write(body);
  }
  console.log(size);
}
console.log('through');
