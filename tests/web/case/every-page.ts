/** One of each page and file of a case, as answers of the service. */
import type { CaseFile } from '#domain/case/case-file.ts';
import { sayings } from '#domain/case/letter-questions.ts';
import { aCase, aFiling } from '../../domain/case/a-case.ts';
import { postForm, type Service } from '../../support/site.ts';

type Add = (what: string, response: Response | Promise<Response>) => Promise<void>;

/** A report that was read as a letter, and a complaint to a court about it; `words` stand wherever a person types. */
export function fullCase(words = 'следователь'): CaseFile {
  return aCase([
    aFiling({
      channel: 'post',
      events: [
        { kind: 'sent', date: '2026-09-01', number: '10100012345678' },
        { kind: 'treated-as-appeal', date: '2026-10-01', number: words, signedBy: words },
        { kind: 'transferred', date: '2026-10-02', to: words },
      ],
    }),
    aFiling({
      id: 'second',
      template: 'court-125',
      authority: null,
      court: words,
      follows: 'first',
      date: '2026-10-20',
      answers: {},
      events: [
        { kind: 'sent', date: '2026-10-21' },
        { kind: 'ruling', date: '2026-11-25' },
      ],
    }),
  ]);
}

export async function addCase({ app }: Service, language: string, add: Add): Promise<void> {
  const kept = JSON.stringify(fullCase());
  const post = (path: string, form: Record<string, string>) =>
    add(
      `case ${path} ${form.move ?? ''} ${form.saying ?? ''} in ${language}`,
      postForm(app, `/${language}/case/${path}`, { case: kept, ...form }),
    );
  await add(`case in ${language}`, postForm(app, `/${language}/case`, { case: kept }));
  await post('open', { pasted: kept });
  await post('open', { pasted: '{' });
  await post('filed', { move: 'open:first' });
  await post('filed', { move: 'next', filing: 'first' });
  await post('answer', { move: 'open:first' });
  await post('answer', { move: 'next' });
  for (const saying of sayings) {
    await post('answer', { move: 'next', saying });
    await post('letter', { move: 'next', saying, filing: 'first', date: '2026-11-20' });
  }
  await post('letter', { move: 'next', saying: 'slip' });
  await post('event', { move: 'open:first' });
  await post('event', { move: 'change:first:2' });
  await post('document', { move: 'make:first:complaint-treated-as-appeal' });
  await post('document', { move: 'make:second:appeal-125' });
  const court = { template: 'court-125', 'answers.court.name': 'other' };
  await post('ready', { filing: 'first', ...court, move: 'next' });
  await post('ready', {
    filing: 'first',
    ...court,
    'answers.court.typed': 'Суд',
    'answers.requests': 'recognise',
    blank: 'yes',
    move: 'next',
  });
  await post('save', { move: 'open' });
  await post('download', {});
  await post('calendar', {});
  await add(`case lost in ${language}`, postForm(app, `/${language}/case/answer`, {}));
}
