/** What a person chose and the case they gave, read where the page lies: nothing of it is sent by this. */
import type { CaseFile } from '#domain/case/case-file.ts';
import { type CaseToShare, caseToShare, withoutPerson } from '#domain/register/case-to-share.ts';
import type { SealedFacts } from '#domain/register/sealed-facts.ts';
import { type Names, readCase } from './read-case.ts';

type Organisation = { key: string; recipient: string; refused: boolean };
/** What the page tells its script. */
export type Info = Names & {
  salt: string;
  today: string;
  templates: string[];
  authorities: string[];
  organisations: Organisation[];
};
export type Chosen = {
  organisation: Organisation;
  filedFrom: 'russia' | 'abroad';
  facts: SealedFacts;
  shared: CaseToShare;
};

/** What the person chose and the case, or what has to be mended. */
export async function choose(form: HTMLFormElement, info: Info): Promise<Chosen | string[]> {
  const data = new FormData(form);
  const file = data.get('file');
  const typed = (name: string) => String(data.get(name) ?? '').trim();
  const given =
    typed('case') || (file instanceof File && file.size > 0 ? await file.text() : typed('pasted'));
  const read = readCase(given, info);
  const organisation = info.organisations.find(({ key }) => key === data.get('organisation'));
  const wrong: string[] = read.ok ? [] : [read.wrong];
  if (!organisation) wrong.push('organisation');
  if (isTooLong(form)) wrong.push('long');
  if (!read.ok || !organisation || wrong.length > 0) return wrong;
  const filedFrom = read.value.filings.some((one) => one.filedFrom === 'russia') ? 'russia' : 'abroad';
  if (organisation.refused && filedFrom === 'russia') return ['refused'];
  const shared = shareable(read.value, data.get('named') === 'yes', info);
  if (shared.facts.length === 0) return ['not-filed'];
  const [region, contact, note] = [oneLine(typed('region')), oneLine(typed('contact')), typed('note')];
  const facts: SealedFacts = {
    format: 'sealed-facts',
    version: 1,
    case: shared.kept,
    ...(region && { region }),
    ...(contact && { contact }),
    notes: note ? [{ day: info.today, text: note }] : [],
    scans: [],
  };
  return { organisation, filedFrom, shared, facts };
}

function shareable(kept: CaseFile, named: boolean, { templates, authorities }: Info): CaseToShare {
  const library = { templates: new Set(templates), authorities: new Set(authorities) };
  return caseToShare(library, named ? kept : withoutPerson(kept));
}

function isTooLong(form: HTMLFormElement): boolean {
  return [...form.querySelectorAll<HTMLInputElement>('[data-max]')].some(
    (field) => field.value.length > Number(field.dataset.max),
  );
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
