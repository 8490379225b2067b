/** To which court, told by the rule where it is known; for an appeal also what the court did. */

import { courtsFor } from '#domain/follow-up/addressees.ts';
import { followUpLimits, rulings } from '#domain/follow-up/answers.ts';
import { found } from '#domain/library.ts';
import { type Html, html } from '#html.ts';
import { type Option, radios, textField } from '../../parts/fields.ts';
import { provenanceLine } from '../../parts/provenance.ts';
import { errorAt } from '../shell.ts';
import type { CaseView } from '../view.ts';
import type { Asked } from './asked.ts';
import { documentLabels } from './labels.ts';

export function courtFields(view: CaseView, { template, root, filing }: Asked): Html {
  const { t, form, site, language, today } = view;
  const labels = documentLabels(view);
  const office = found(site.library.authorities, root.authority ?? '');
  const courts = courtsFor(site.library, office, root.events);
  const before = filing.court && !courts.some(({ name }) => name === filing.court) ? filing.court : undefined;
  const options: Option[] = [
    ...courts.map(({ name, rule, ...source }) => ({
      value: name,
      label: html`<span lang="ru" dir="ltr">${name}</span>`,
      hint: rule[language],
      more: { label: t('common.more'), text: provenanceLine(t, language, source, today) },
    })),
    ...(before ? [{ value: before, label: html`<bdi lang="ru" dir="ltr">${before}</bdi>` }] : []),
    {
      value: 'other',
      label: t('case.document.otherCourt'),
    },
  ];
  const appeal = template.matter.procedure === 'appeal-125';
  return html`${radios({
    name: 'answers.court.name',
    id: 'f-answers-court',
    label: labels['answers.court'],
    hint: t(appeal ? 'case.document.courtThatRuled' : 'case.document.courtHint'),
    error: errorAt(view, 'answers.court.name', labels['answers.court']),
    value: form.line('answers.court.name') || filing.court || (courts[0]?.name ?? 'other'),
    options,
  })}
${textField(t, {
  name: 'answers.court.typed',
  label: t('case.document.courtName'),
  value: form.line('answers.court.typed'),
  max: followUpLimits.court,
  lang: 'ru',
  optional: true,
})}
${
  appeal &&
  html`${textField(t, {
    name: 'answers.court.appeal',
    label: labels['answers.court.appeal'],
    hint: t('case.document.appealCourtHint'),
    value: form.line('answers.court.appeal'),
    error: errorAt(view, 'answers.court.appeal', labels['answers.court.appeal']),
    max: followUpLimits.court,
    lang: 'ru',
    optional: true,
  })}${radios({
    name: 'answers.ruling',
    label: labels['answers.ruling'],
    error: errorAt(view, 'answers.ruling', labels['answers.ruling']),
    value: form.line('answers.ruling'),
    options: [
      ...rulings.map((one) => ({ value: one, label: t(`case.document.ruling.${one}`) })),
      { value: '', label: t('case.document.ruling.unsure') },
    ],
  })}`
}`;
}
