/** "I have filed it": the day, the way, and the number by which it can be followed. */
import type { Context } from 'hono';
import { filingChannels, handedOver } from '#domain/case/case-file.ts';
import { changed, withEvents } from '#domain/case/edit.ts';
import { eventLimits } from '#domain/case/event.ts';
import type { Problem } from '#domain/problem.ts';
import { html } from '#html.ts';
import { radios, textField } from '../parts/fields.ts';
import { readEvents } from './event-fields.ts';
import { dayIn, pressed } from './form.ts';
import { filingTitle } from './overview/filing-card.ts';
import { showOverview } from './overview/page.ts';
import { errorAt, showCasePage } from './shell.ts';
import { type CaseView, filingIn, withCase } from './view.ts';

export function filedPage(c: Context, view: CaseView): Response | Promise<Response> {
  const [move, id] = pressed(view.form);
  const filing = filingIn(view, id);
  if (move !== 'next') return show(c, view, id);
  const channel = filingChannels.find((one) => one === view.form.line('channel'));
  const date = dayIn(view.form, 'date');
  const number = view.form.line('number');
  const sent = { kind: 'sent', date, ...(number && { number }) };
  const arrived = handedOver.some((one) => one === channel) ? [{ kind: 'received', date }] : [];
  const read = readEvents(view, filing, [sent, ...arrived]);
  const problems: Problem[] = [
    ...(channel ? [] : [{ path: 'channel', code: 'choice' } as const]),
    ...(read.ok ? [] : read.problems.map(asDate)),
  ];
  if (!read.ok || !channel) return show(c, { ...view, problems }, id);
  const kept = changed(view.kept, filing.id, (one) => ({ ...one, channel }));
  return showOverview(c, withCase(view, withEvents(kept, filing.id, read.value)));
}

/** The page asks for one day; it is the day of receipt too. */
function asDate(problem: Problem): Problem {
  return problem.path === 'received' ? { ...problem, path: 'date' } : problem;
}

function show(c: Context, view: CaseView, id: string): Response | Promise<Response> {
  const { t, form } = view;
  const filing = filingIn(view, id);
  const labels = {
    channel: t('case.filed.channel'),
    date: t('case.filed.date'),
    number: t('case.filed.number'),
  };
  const body = html`<input type="hidden" name="filing" value="${filing.id}">
<p>${filingTitle(view, filing)}</p>
${radios({
  name: 'channel',
  label: labels.channel,
  value: form.line('channel') || 'post',
  error: errorAt(view, 'channel', labels.channel),
  options: filingChannels.map((one) => ({ value: one, label: t(`case.channel.${one}`) })),
})}
${textField(t, { name: 'date', label: labels.date, hint: t('common.field.date'), type: 'date', value: dayIn(form, 'date'), error: errorAt(view, 'date', labels.date), narrow: true })}
${textField(t, { name: 'number', label: labels.number, hint: t('case.filed.numberHint'), value: form.line('number'), error: errorAt(view, 'number', labels.number), max: eventLimits.number, optional: true })}
<div class="buttons"><button name="move" value="next">${t('case.add')}</button></div>`;
  return showCasePage(c, view, { id: 'filed', title: t('case.filed.title'), body, labels });
}
