import { describe, it } from 'vitest';
import { expectMistakeTold, type Mistake } from './mistake.ts';

const mistakes: readonly Mistake[] = [
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
    (text) => text.replace(/checked: \S+/u, 'checked: 2026-11-31'),
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
    (text) => text.replace(/^( {2}domains:\n {4}- )'[0-9a-f]{16}'$/mu, '$1example.org'),
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
    (text) => text.replace(/publisher: \S+/u, 'publisher: rbk-daily'),
    'publisher: rbk-daily',
    /no organisation "rbk-daily".*organisations\.yaml/u,
  ],
  [
    'a helper that nobody described',
    'help.yaml',
    (text) => text.replace(/organisation: \S+/u, 'organisation: friends'),
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
  [
    'an undesirable publisher ticked beforehand',
    'episodes/2017.yaml',
    (text) => text.replace(/(publisher: hrw\n[\s\S]*?recommended: )false/u, '$1true'),
    '- id: hrw',
    /undesirable.*recommended: false/u,
  ],
  [
    'a banned publisher',
    'episodes/2017.yaml',
    (text) => text.replace(/publisher: osce/u, 'publisher: banned-1'),
    '- id: osce',
    /banned in Russia.*remove/u,
  ],
  ['nothing in the file', 'episodes/other.yaml', () => '', '', /./u],
  ['nothing but a word in the file', 'law/norms.yaml', () => 'later', 'later', /array/u],
  ['an id given twice: a norm', 'law/norms.yaml', sameId, '- id:', /twice/u],
  ['an id given twice: a count', 'law/counts.yaml', sameId, '- id:', /twice/u],
  ['an id given twice: an organisation', 'law/organisations.yaml', sameId, '- id:', /twice/u],
  ['an id given twice: a fact', 'episodes/2017.yaml', sameId, '- id:', /twice/u],
  [
    'an id given twice: a publication',
    'episodes/2017.yaml',
    (text) => text.replace(/(?<=\nsources:\n)[\s\S]*/u, sameId),
    '- id:',
    /twice/u,
  ],
];

describe('a lawyer’s data with a mistake stops the service, and the mistake is told', () => {
  it.each(mistakes)('%s (%s)', (...mistake) => {
    expectMistakeTold(...mistake);
  });
});

/** The second entry takes the id of the first. */
function sameId(text: string): string {
  const [first = '', second = ''] = text.match(/- id: \S+/gu) ?? [];
  return text.replace(second, first);
}
