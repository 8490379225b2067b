/** A mistake in a checklist is told with the file and the line, and nothing is passed over without a word. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findingsAfter, remove } from './broken-templates.ts';
import { expectMistakeTold, type Mistake } from './mistake.ts';

const mistakes: readonly Mistake[] = [
  [
    'a step that says nothing of what it rests on',
    'filing/post.yaml',
    (text) => text.replace(/\n {4}practice: true/u, ''),
    'text:',
    /practice: true; norms/u,
  ],
  [
    'a step with a norm and with a page',
    'filing/in-person.yaml',
    (text) => text.replace('norms: [upk-144-5]', 'norms: [upk-144-5]\n    source: https://example.org/'),
    'text:',
    /practice: true; norms/u,
  ],
  [
    'a page without the day of the check',
    'filing/post-abroad.yaml',
    (text) => text.replace(/\n {4}checked: .*/u, ''),
    'text:',
    /practice: true; norms/u,
  ],
  [
    'a norm that is not in the list',
    'filing/in-person.yaml',
    (text) => text.replace('[upk-144-5]', '[upk-144-55]'),
    'upk-144-55',
    /no norm "upk-144-55"/u,
  ],
  [
    'a norm of the common part that is not in the list',
    'filing/common.yaml',
    (text) => text.replace('[upk-123]', '[upk-1234]'),
    'upk-1234',
    /no norm "upk-1234"/u,
  ],
  [
    'a missing translation',
    'filing/common.yaml',
    (text) => text.replace(/\n {6}en: A letter there.*/u, ''),
    'ru:',
    /why\.en/u,
  ],
  [
    'a kind of office that nobody knows',
    'filing/in-person.yaml',
    (text) => text.replace('for: investigative', 'for: investigators'),
    'for: investigators',
    /for/u,
  ],
  ['an unknown key', 'filing/representative.yaml', (text) => `${text}hours: 9\n`, '', /hours/u],
  [
    'a section that is empty',
    'filing/electronic-form.yaml',
    (text) => text.replace(/\ngo:\n[\s\S]*?\nsay:/u, '\ngo: []\nsay:'),
    'go: []',
    /go/u,
  ],
  [
    'a limit of a form without its source',
    'authorities/sk-central.yaml',
    (text) => text.replace(/( {6}files:[\s\S]*?)\n {8}source: .*/u, '$1'),
    'count: 1',
    /form\.files\.source/u,
  ],
];

it.each(mistakes)('%s', (...mistake) => expectMistakeTold(...mistake));

it.each(['filing/post.yaml', 'filing/common.yaml'])('without %s the service does not start', (file) => {
  const findings = findingsAfter(remove(file));
  expect(findings).toContainEqual({
    file: `templates/${file}`,
    line: 1,
    message: expect.stringMatching(/missing/u),
  });
});

it('a file that no way is called by is not passed over', () => {
  const findings = findingsAfter((root) => writeFileSync(join(root, 'filing/e-mail.yaml'), 'name: E-mail\n'));
  expect(findings).toContainEqual({
    file: 'templates/filing/e-mail.yaml',
    line: 1,
    message: expect.stringMatching(/no way to file/u),
  });
});
