import { describe, expect, it } from 'vitest';
import { findingsAfter, remove, rewrite, textOf } from './broken-templates.ts';

const ru = 'complaints/crime-report-media/ru.md';
const en = 'complaints/crime-report-media/en.md';

/** [what is wrong, the file that is spoiled, the change, words of the spoiled line, words of the message] */
type Case = readonly [
  what: string,
  file: string,
  change: (text: string) => string,
  line: string,
  message: RegExp,
];

const yaml: readonly Case[] = [
  [
    'a bracket that does not close',
    'episodes/2018.yaml',
    (text) => text.replace(/kinds: \[([^\]]*)\]/u, 'kinds: [$1'),
    'from: 2018-12-28',
    /flow|bracket|\]/iu,
  ],
  [
    'a key written twice',
    'authorities/gp-central.yaml',
    (text) => text.replace('dative:', 'kind: prosecution\ndative:'),
    'kind: prosecution',
    /unique/iu,
  ],
  [
    'a missing field',
    'authorities/gp-central.yaml',
    (text) => text.replace(/^dative:.*\n/mu, ''),
    'kind: prosecution',
    /dative/u,
  ],
  [
    'a missing date of the check',
    'law/counts.yaml',
    (text) => text.replace(/^ {2}checked:.*\n/mu, ''),
    '- id:',
    /checked/u,
  ],
  [
    'a missing source',
    'law/norms.yaml',
    (text) => text.replace(/^ {2}source:.*\n/mu, ''),
    '- id:',
    /source/u,
  ],
  [
    'a missing confidence',
    'law/organisations.yaml',
    (text) => text.replace(/^ {2}confidence:.*\n/mu, ''),
    '- id:',
    /confidence/u,
  ],
  [
    'a missing translation of a fact',
    'law/norms.yaml',
    (text) => text.replace(/^ {4}en:.*\n/mu, ''),
    'ru:',
    /en/u,
  ],
  [
    'an unknown key',
    'authorities/gp-central.yaml',
    (text) => `${text}fax: '+7'\n`,
    'kind: prosecution',
    /fax/u,
  ],
  [
    'a day that no calendar has',
    'law/norms.yaml',
    (text) => text.replace('checked: 2026-11-21', 'checked: 2026-11-31'),
    'checked: 2026-11-31',
    /date/u,
  ],
  [
    'a kind of act that nobody knows',
    'episodes/2017.yaml',
    (text) => text.replace('kinds: [abduction,', 'kinds: [abductoin,'),
    'abductoin',
    /kinds/u,
  ],
  [
    'a term that the Code does not know',
    'law/counts.yaml',
    (text) => text.replace('years: 15', 'years: 12'),
    'years: 12',
    /years/u,
  ],
  [
    'a status that does not exist',
    'law/organisations.yaml',
    (text) => text.replace('statusInRussia: undesirable', 'statusInRussia: unwanted'),
    'unwanted',
    /statusInRussia/u,
  ],
  [
    'a name where a hash belongs',
    'law/organisations.yaml',
    (text) => text.replace(/^( {2}domains:\n {4}- )[0-9a-f]{64}$/mu, '$1example.org'),
    '- example.org',
    /domains/u,
  ],
  [
    'a web address that is none',
    'episodes/2017.yaml',
    (text) => text.replace(/url: http\S+/u, 'url: gazeta'),
    'url: gazeta',
    /url/u,
  ],
  [
    'a publisher that nobody described',
    'episodes/2017.yaml',
    (text) => text.replace('publisher: rbc', 'publisher: rbk-daily'),
    'publisher: rbk-daily',
    /no organisation "rbk-daily".*organisations\.yaml/u,
  ],
  [
    'a helper that nobody described',
    'help.yaml',
    (text) => text.replace('organisation: nc-sos', 'organisation: friends'),
    'organisation: friends',
    /no organisation "friends"/u,
  ],
  [
    'a fact whose publication is not in the list',
    'episodes/2018.yaml',
    (text) => text.replace(/publications: \[[^\]]*\]/u, 'publications: [vk-post]'),
    'publications: [vk-post]',
    /vk-post/u,
  ],
  ['nothing in the file', 'episodes/other.yaml', () => '', '', /./u],
  ['nothing but a word in the file', 'law/norms.yaml', () => 'later', 'later', /array/u],
  [
    'an id given twice: a norm',
    'law/norms.yaml',
    (text) => text.replace('- id: upk-7\n', '- id: upk-18\n'),
    '- id: upk-18',
    /upk-18/u,
  ],
  [
    'an id given twice: a count',
    'law/counts.yaml',
    (text) => text.replace('- id: 126-3\n', '- id: 126-2\n'),
    '- id: 126-2',
    /126-2/u,
  ],
  [
    'an id given twice: an organisation',
    'law/organisations.yaml',
    (text) => text.replace('- id: rbc\n', '- id: interfax\n'),
    '- id: interfax',
    /interfax/u,
  ],
  [
    'an id given twice: a publication',
    'episodes/2017.yaml',
    (text) => text.replace('- id: ng-2017-04-05\n', '- id: ng-2017-04-01\n'),
    '- id: ng-2017-04-01',
    /ng-2017-04-01/u,
  ],
];

const template: readonly Case[] = [
  ['no front matter', ru, (text) => text.replace(/^---[\s\S]*?\n---\n/u, ''), '', /front matter/u],
  [
    'a bad line in the front matter',
    ru,
    (text) => text.replace('crimeReport: true', 'crimeReport: maybe'),
    'crimeReport: maybe',
    /crimeReport/u,
  ],
  [
    'an unknown key in the front matter',
    ru,
    (text) => text.replace('order: 1', 'order: 1\nauthor: me'),
    '',
    /author/u,
  ],
  [
    'a norm that nobody described',
    ru,
    (text) => text.replace(':norms[upk-141]', ':norms[upk-1410]'),
    ':norms[upk-1410]',
    /no norm "upk-1410".*norms\.yaml/u,
  ],
  [
    'a value that does not exist',
    ru,
    (text) => text.replace(':v[counts]', ':v[court]'),
    ':v[court]',
    /unknown value.*known: .*counts/u,
  ],
  [
    'a directive that does not exist',
    ru,
    (text) => text.replace(':v[counts]', ':value[counts]'),
    ':value[counts]',
    /unknown directive ":value"; known/u,
  ],
  [
    'two forms where gender has three',
    ru,
    (text) => text.replace('предупреждён|предупреждена|предупреждён(а)', 'предупреждён|предупреждена'),
    ':g[предупреждён|предупреждена]',
    /three forms/u,
  ],
  [
    'a block that does not exist',
    ru,
    (text) => text.replace('::facts{', '::fact{'),
    '::fact{',
    /unknown block "fact"; known/u,
  ],
  [
    'a block without an id',
    ru,
    (text) => text.replace('::facts{#facts}', '::facts'),
    '::facts',
    /needs an id/u,
  ],
  [
    'two blocks with one id',
    ru,
    (text) => text.replace('::sources{#sources}', '::sources{#facts}'),
    '',
    /two blocks have the id "facts"/u,
  ],
  [
    'a condition that does not exist',
    ru,
    (text) => text.replace('when="own-words"', 'when="words"'),
    'when="words"',
    /unknown condition "words"; known/u,
  ],
  [
    'a condition on an episode that does not exist',
    ru,
    (text) => text.replace('when="episode=2017|2018"', 'when="episode=2017|2081"'),
    'episode=2017|2081',
    /2081/u,
  ],
  [
    'a condition on an office that does not exist',
    ru,
    (text) => text.replace('when="own-words"', 'when="authority=sk-moscow"'),
    'sk-moscow',
    /sk-moscow/u,
  ],
  [
    'a misspelt attribute: the block would always stand',
    ru,
    (text) => text.replace('when="own-words"', 'wen="own-words"'),
    'wen="own-words"',
    /wen/u,
  ],
  [
    'text outside a block',
    ru,
    (text) => text.replace('::facts{#facts}', 'Забытая строка.\n\n::facts{#facts}'),
    'Забытая строка.',
    /outside a block/u,
  ],
  [
    'text in a block that takes none',
    ru,
    (text) => text.replace('::facts{#facts}', ':::facts{#facts}\nЗабытая строка.\n:::'),
    'facts{#facts}',
    /facts/u,
  ],
  [
    'a text block with no text',
    ru,
    (text) => text.replace(/:::text\{#basis\}[\s\S]*?\n:::/u, ':::text{#basis}\n:::'),
    ':::text{#basis}',
    /no text|empty/u,
  ],
  [
    'a block that was not closed',
    ru,
    (text) => text.replace(/(:::lead\{#facts-lead\}\n[^\n]*\n):::\n/u, '$1'),
    '',
    /./u,
  ],
  [
    'bold print',
    ru,
    (text) => text.replace('ЗАЯВЛЕНИЕ', '**ЗАЯВЛЕНИЕ**'),
    '**ЗАЯВЛЕНИЕ**',
    /"strong" has no place/u,
  ],
  [
    'a link',
    ru,
    (text) => text.replace('ЗАЯВЛЕНИЕ', '[ЗАЯВЛЕНИЕ](https://example.org)'),
    '[ЗАЯВЛЕНИЕ]',
    /"link" has no place/u,
  ],
  [
    'a bullet list',
    ru,
    (text) => text.replace('ЗАЯВЛЕНИЕ', '- ЗАЯВЛЕНИЕ'),
    '- ЗАЯВЛЕНИЕ',
    /"list" has no place/u,
  ],
  [
    'a request that the front matter does not name',
    ru,
    (text) => text.replace(':::request{#check}', ':::request{#chek}'),
    '',
    /"chek" is missing in the front matter/u,
  ],
  [
    'a request of the front matter without a text',
    ru,
    (text) => text.replace(':::request{#check}', ':::request{#chek}'),
    '',
    /"check" of the front matter has no :::request/u,
  ],
  [
    'a request written twice',
    ru,
    (text) => text.replace(/(:::request\{#check\}\n[^\n]*\n:::\n)/u, '$1\n$1'),
    '',
    /check/u,
  ],
  [
    'a request of two paragraphs',
    ru,
    (text) => text.replace(/(:::request\{#check\}\n)/u, '$1Первый абзац.\n\n'),
    ':::request{#check}',
    /one paragraph/u,
  ],
  [
    'a stray line among the requests',
    ru,
    (text) => text.replace('::::requests{#petition}\n', '::::requests{#petition}\n\nПрошу также:\n'),
    'Прошу также:',
    /only :::request/u,
  ],
  [
    'no signature',
    ru,
    (text) => text.replace('::signature{#signature}', ''),
    '',
    /needs a "signature" block/u,
  ],
  [
    'no short version',
    ru,
    (text) => text.replaceAll(/:::short[\s\S]*?\n:::/gu, ''),
    '',
    /needs a :::short block/u,
  ],
  [
    'a request that is not translated',
    en,
    (text) => text.replace(/^ {2}check:.*\n/mu, ''),
    '',
    /requests\.check of ru\.md is missing/u,
  ],
  [
    'a translated request that is not in the Russian file',
    en,
    (text) => text.replace('requests:\n', 'requests:\n  medal: Give me a medal\n'),
    '',
    /requests\.medal is not in ru\.md/u,
  ],
  [
    'a limit that is not translated',
    en,
    (text) => text.replace(/^limits:\n.*\n/mu, 'limits:\n'),
    '',
    /limits/u,
  ],
];

describe.each([
  ['data', yaml],
  ['a complaint', template],
])('a lawyer’s file of %s with a mistake stops the service, and the mistake is told', (_, cases) => {
  it.each(cases)('%s (%s)', (_what, file, change, line, message) => {
    const findings = findingsAfter(rewrite(file, change));
    const spoiled = change(textOf(file)).split('\n');
    const told = findings.filter((finding) => message.test(finding.message));
    expect(told.length, `among ${JSON.stringify(findings)}`).toBeGreaterThan(0);
    for (const finding of findings) {
      expect(finding.file).toBe(`templates/${file}`);
      expect(finding.line).toBeGreaterThanOrEqual(1);
      expect(finding.line).toBeLessThanOrEqual(spoiled.length);
    }
    if (line !== '') {
      const lines = told.map((finding) => spoiled[finding.line - 1] ?? '');
      expect(
        lines.some((one) => one.includes(line)),
        `${JSON.stringify(told)} at ${JSON.stringify(lines)}`,
      ).toBe(true);
    }
  });
});

describe('the folder as a whole', () => {
  it('is in order', () => {
    expect(findingsAfter(() => {})).toEqual([]);
  });

  it.each([['law/norms.yaml'], ['law/counts.yaml'], ['help.yaml'], [ru], [en]])(
    'does not run without %s',
    (file) => {
      expect(findingsAfter(remove(file))).toContainEqual({
        file: `templates/${file}`,
        line: 1,
        message: expect.stringMatching(/missing/u),
      });
    },
  );

  it('tells the mistakes of all files at once', () => {
    const findings = findingsAfter((root) => {
      rewrite('authorities/gp-central.yaml', (text) => `${text}fax: '+7'\n`)(root);
      rewrite('episodes/2018.yaml', (text) => text.replace('title:', 'titel:'))(root);
      rewrite(ru, (text) => text.replace(':v[counts]', ':v[court]'))(root);
    });
    const files = new Set(findings.map(({ file }) => file));
    expect([...files].sort()).toEqual([
      'templates/authorities/gp-central.yaml',
      `templates/${ru}`,
      'templates/episodes/2018.yaml',
    ]);
  });
});
