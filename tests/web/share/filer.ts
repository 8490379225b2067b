/** A filer without JavaScript: from a case on the page to its code, and back by it. */
import type { CaseFile } from '#domain/case/case-file.ts';
import { groupsOf, readCaseCode } from '#domain/register/case-code.ts';
import type { SealedFacts } from '#domain/register/sealed-facts.ts';
import { aCase, aFiling } from '../../domain/case/a-case.ts';
import { openTestFollowing, type TestFollowing, type TestOrganisation } from '../../support/register.ts';
import { openService, postForm, type Service } from '../../support/site.ts';
import { Walker } from '../walker.ts';

export type Sharing = Service & TestFollowing & { archive: TestOrganisation };

/** The service with a register and one organisation that everybody may share with. */
export async function openSharing(): Promise<Sharing> {
  const register = await openTestFollowing();
  const archive = await register.organisation('archive');
  const following = { ...register.following, pause: async () => {} };
  return { ...openService({ following }), ...register, following, archive };
}

/** Words that are in the case and nowhere in clear. */
export const secret = 'Ведомость-Жаворонок';

export function filedCase(changes: Partial<CaseFile> = {}): CaseFile {
  const text = `ЗАЯВЛЕНИЕ\n${secret}\n`;
  const filing = aFiling({
    text,
    channel: 'post',
    answers: { episode: '2017', ownWords: secret },
    events: [
      { kind: 'sent', date: '2026-09-03', number: '10100012345678' },
      { kind: 'registered', date: '2026-09-16', number: `${secret}-1` },
    ],
  });
  return { ...aCase([filing]), ...changes };
}

export async function at(service: Service, path: string, form: Record<string, string>): Promise<Walker> {
  return Walker.at(service.app, await postForm(service.app, path, form));
}

/** In front of the page that explains, with the case. */
export function explained(service: Service, kept: CaseFile = filedCase(), language = 'ru'): Promise<Walker> {
  return at(service, `/${language}/share`, { case: JSON.stringify(kept), move: 'share' });
}

/** Chooses the first organisation; sees the code; hides it; copies the groups that are asked for. */
export async function shareWith(walker: Walker, chosen?: string): Promise<string> {
  const [first] = walker.page.controls.filter(({ name }) => name === 'organisation');
  walker.choose('organisation', chosen ?? first?.value ?? '');
  await walker.press('code');
  const code = codeOn(walker);
  await walker.press('next');
  for (const number of asked(walker)) walker.type(`group-${number}`, groupsOf(code)[number - 1] ?? '');
  await walker.press('next');
  return code;
}

/** The code that the page shows in groups. */
export function codeOn({ html }: Walker): string {
  const shown = [...html.matchAll(/data-code-group>(\d{3})</g)].map(([, group]) => group).join('');
  return readCaseCode(shown) ?? '';
}

export function asked(walker: Walker): number[] {
  return [...walker.html.matchAll(/name="group-(\d)"/g)].map(([, number]) => Number(number));
}

/** By the code, from nothing. */
export function comingBack(service: Service, code: string, language = 'ru'): Promise<Walker> {
  return at(service, `/${language}/share/open`, { code, move: 'next' });
}

/** What the organisation reads. */
export async function readByOrganisation({ sealing, register, archive }: Sharing): Promise<SealedFacts[]> {
  const actor = { organisation: archive.id, person: 'nobody', role: 'coordinator' } as const;
  const read: SealedFacts[] = [];
  for await (const { sealed } of register.cases.each(actor))
    read.push(JSON.parse((await sealing.open(sealed, archive.key.identity)) ?? ''));
  return read;
}
