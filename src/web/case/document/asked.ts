/** What the pages of the next document know: the document, what it follows, and what the person added. */

import type { Authority } from '#domain/authority.ts';
import type { Filing } from '#domain/case/case-file.ts';
import { rootOf } from '#domain/case/edit.ts';
import { followUpBody } from '#domain/case/follow-up-body.ts';
import { readComplaint } from '#domain/complaint.ts';
import { addresseesOf, goesToCourt } from '#domain/follow-up/addressees.ts';
import type { FollowUp } from '#domain/follow-up/follow-up.ts';
import type { Checked } from '#domain/problem.ts';
import { type FollowUpTemplate, isReport } from '#domain/template.ts';
import { type CaseForm, dayIn, pressed } from '../form.ts';
import { type CaseView, filingIn } from '../view.ts';

export type Asked = {
  template: FollowUpTemplate;
  /** The document after which it was offered. */
  filing: Filing;
  root: Filing;
  /** Where it may go; empty for a court. */
  offices: readonly Authority[];
  /** False when the page is shown for the first time. */
  again: boolean;
};

/** Undefined where the case or the library has no such document. */
export function askedIn(view: CaseView): Asked | undefined {
  const { form, site, kept } = view;
  const [move, id, name] = pressed(form);
  const again = move !== 'make';
  const template = site.library.templates.get(again ? form.line('template') : name);
  const filing = filingIn(view, again ? '' : id);
  if (!template || isReport(template)) return undefined;
  const root = rootOf(kept, filing);
  const office = site.library.authorities.get(root.authority ?? '');
  if (!office) return undefined;
  const offices = goesToCourt(template) ? [] : addresseesOf(site.library, template, office, root.events);
  return { template, filing, root, offices, again };
}

const names = ['lastName', 'firstName', 'patronymic', 'gender', 'address'] as const;
/** Taken over from the case as they are, where the person had them kept. */
const more = ['email', 'phone', 'heading', 'genitive'] as const;

export const documentFields =
  /^(?:filing|template|authority|date|blank|keepNamed|applicant\.(?:lastName|firstName|patronymic|gender|address)|answers\.(?:ownWords|requests|unchecked|ruling|court\.(?:name|typed|appeal)))$/;

/** The body of the request, as the API would be sent it. */
export function bodyOf(view: CaseView, asked: Asked): Record<string, unknown> {
  const { form, site, kept } = view;
  const { template, filing } = asked;
  const court = goesToCourt(template);
  const text = (name: string) => {
    const value = form.lines(name);
    return value === '' ? {} : { [name.replace(/^.*\./, '')]: value };
  };
  return followUpBody(site.library, kept, filing, template.id, {
    authority: court ? null : form.line('authority'),
    date: dayIn(form, 'date'),
    signer: form.raw('blank') === 'yes' ? { blank: true } : { applicant: applicantOf(view) },
    answers: {
      ...text('answers.ownWords'),
      requests: form.all('answers.requests'),
      unchecked: form.all('answers.unchecked'),
      ...(court && { court: { name: courtName(form), ...text('answers.court.appeal') } }),
      ...(template.matter.procedure === 'appeal-125' && text('answers.ruling')),
    },
  });
}

function applicantOf({ form, kept }: CaseView): Record<string, string> {
  const typed = names.map((name) => [name, form.lines(`applicant.${name}`)] as const);
  const same =
    kept.applicant &&
    names.slice(0, 4).every((name) => (kept.applicant?.[name] ?? '') === form.line(`applicant.${name}`));
  const known = same ? more.map((name) => [name, kept.applicant?.[name] ?? ''] as const) : [];
  return Object.fromEntries([...typed, ...known].filter(([, value]) => value !== ''));
}

function courtName(form: CaseForm): string {
  const chosen = form.line('answers.court.name');
  return chosen === '' || chosen === 'other' ? form.line('answers.court.typed') : chosen;
}

/** The document, or what has to be mended. */
export function readAsked(view: CaseView, asked: Asked): Checked<FollowUp> {
  const read = readComplaint(view.site.library, asked.template, bodyOf(view, asked), view.today);
  if (!read.ok) return read;
  if (read.value.kind !== 'follow-up') throw new Error('asked for a follow-up');
  return { ok: true, value: read.value };
}
