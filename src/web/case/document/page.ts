/** The next document: only what the case does not hold is asked. */
import type { Context } from 'hono';
import { answerLimits } from '#domain/answers.ts';
import { goesToCourt } from '#domain/follow-up/addressees.ts';
import { type Html, html } from '#html.ts';
import { templateText } from '../../content-text.ts';
import { neverWrite } from '../../online/steps/words.ts';
import { checkboxes, radios, textField } from '../../parts/fields.ts';
import { longDate } from '../../parts/provenance.ts';
import { comma } from '../../parts/punctuation.ts';
import { dayIn } from '../form.ts';
import { filingTitle, officeName } from '../overview/filing-card.ts';
import { showOverview } from '../overview/page.ts';
import { errorAt, showCasePage } from '../shell.ts';
import type { CaseView } from '../view.ts';
import { type Asked, askedIn } from './asked.ts';
import { courtFields } from './court.ts';
import { documentLabels } from './labels.ts';
import { signerFields } from './signer.ts';

export function documentPage(c: Context, view: CaseView): Response | Promise<Response> {
  const asked = askedIn(view);
  return asked ? showDocument(c, view, asked) : showOverview(c, view);
}

export function showDocument(c: Context, view: CaseView, asked: Asked): Response | Promise<Response> {
  const { language } = view;
  return showCasePage(c, view, {
    id: 'document',
    action: 'ready',
    title: templateText(asked.template, language).title,
    body: body(view, asked),
    labels: documentLabels(view),
  });
}

function body(view: CaseView, asked: Asked): Html {
  const { t, form, language, today } = view;
  const { template, filing, again } = asked;
  const text = templateText(template, language);
  const labels = documentLabels(view);
  const all = Object.entries(template.matter.requests);
  return html`<input type="hidden" name="filing" value="${filing.id}">
<input type="hidden" name="template" value="${template.id}">
<p class="lead">${text.summary}</p>
<ul>${text.limits.map((one) => html`<li>${one}</li>`)}</ul>
${known(view, asked)}
${goesToCourt(template) ? courtFields(view, asked) : officeField(view, asked)}
${unchecked(view, asked)}
${checkboxes({
  name: 'answers.requests',
  label: labels['answers.requests'],
  hint: t('walk.requests.hint'),
  error: errorAt(view, 'answers.requests', labels['answers.requests']),
  values: again
    ? form.all('answers.requests')
    : all.filter(([, { recommended }]) => recommended).map(([id]) => id),
  options: all.map(([id]) => ({ value: id, label: text.requests[id] ?? id })),
})}
${neverWrite(view)}
${textField(t, {
  name: 'answers.ownWords',
  label: labels['answers.ownWords'],
  hint: html`<p>${t('case.document.wordsHint')}</p><p>${t('walk.words.russian')}</p>`,
  value: form.lines('answers.ownWords'),
  error: errorAt(view, 'answers.ownWords', labels['answers.ownWords']),
  max: answerLimits.ownWords,
  rows: 6,
  optional: true,
  lang: 'ru',
})}
${signerFields(view, asked)}
${textField(t, {
  name: 'date',
  label: labels.date,
  hint: t('walk.reply.dateHint'),
  type: 'date',
  value: dayIn(form, 'date') || today,
  error: errorAt(view, 'date', labels.date),
  narrow: true,
})}
<div class="buttons"><button name="move" value="next">${t('case.document.look')}</button></div>`;
}

/** What the document takes from the case, shown so that nobody types it twice. */
function known(view: CaseView, { root }: Asked): Html {
  const { t, language } = view;
  return html`<div class="known"><h2>${t('case.document.known')}</h2>
<p>${filingTitle(view, root)}. ${officeName(view, root)}</p>
<ul>${root.events.map(
    (one) =>
      html`<li>${longDate(language, one.date)}: ${t(`clock.event.${one.kind}`)}${one.number && html`${comma(t)}№ <bdi>${one.number}</bdi>`}</li>`,
  )}</ul><p class="hint">${t('case.document.knownHint')}</p></div>`;
}

function officeField(view: CaseView, { offices }: Asked): Html {
  const { language, form } = view;
  const label = documentLabels(view).authority;
  return radios({
    name: 'authority',
    label,
    error: errorAt(view, 'authority', label),
    value: form.line('authority') || (offices[0]?.id ?? ''),
    options: offices.map(({ id, name, offByDefault }) => ({
      value: id,
      label: name[language],
      ...(offByDefault ? { hint: offByDefault[language] } : {}),
    })),
  });
}

/** Circumstances that were not looked into; ticked by the person alone, for only they have read the answer. */
function unchecked(view: CaseView, { template, root }: Asked): Html | false {
  const { t, form, site, language } = view;
  if (!template.blocks.some(({ kind }) => kind === 'unchecked')) return false;
  const first = site.library.templates.get(root.template)?.matter;
  const acts: readonly string[] = first?.kind === 'report' ? first.acts : [];
  const label = t('case.document.unchecked');
  return checkboxes({
    name: 'answers.unchecked',
    label,
    hint: t('case.document.uncheckedHint'),
    error: errorAt(view, 'answers.unchecked', label),
    values: form.all('answers.unchecked'),
    options: [...site.library.unchecked.values()]
      .filter(({ kinds }) => kinds.some((kind) => acts.includes(kind)))
      .map((one) => ({ value: one.id, label: one.label[language] })),
  });
}
