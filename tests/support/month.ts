/** People at the desk over weeks, without a mouse: they join by a link, sign in on another day, and look at the day's page. */
import { Secret, TOTP } from 'otpauth';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { countedMeasures } from '#domain/register/statistics.ts';
import type { Translate } from '#i18n.ts';
import { templateText } from '#web/content-text.ts';
import { choose, focusOn, press, typeInto } from './keyboard.ts';
import { expectGoodPage, openBrowser } from './person.ts';
import { openService } from './site.ts';

export type Seat = {
  page: Page;
  context: BrowserContext;
  language: 'ru' | 'en';
  t: Translate;
  login: string;
  /** What the phone keeps. */
  secret: string;
};

/** The clock of the service, and its address. */
export type Place = { browser: Browser; url: string; now: () => Date; setNow: (moment: string) => void };

const { site } = openService();
export const textsIn = (language: 'ru' | 'en') => site.texts(language);
const password = 'verbose otter near the pond';
const passphraseOf = (coordinator: string) => `nine quiet swans over the lake of ${coordinator}`;

/** What the first documents are called, and what most of them are about. */
export function titleOf(template: string, language: 'ru' | 'en'): string {
  const known = site.library.templates.get(template);
  return known ? templateText(known, language).title : template;
}
export function episodeOf2017(language: 'ru' | 'en'): string {
  return site.library.episodes.get('2017')?.title[language] ?? '';
}

/** With the link as the guide's command, or an administrator, handed it over. */
export async function join(
  place: Place,
  { link, login, language, width }: { link: string; login: string; language: 'ru' | 'en'; width: number },
): Promise<Seat> {
  const { page, context } = await openBrowser(place.browser, { width, javaScript: true });
  const t = textsIn(language);
  await page.goto(link.replace('/ru/desk', `/${language}/desk`));
  await expectGoodPage(page, 'invitation');
  await press(page, t('common.continue'));
  const secret = (await page.locator('.second-factor .secret').innerText()).replace(/\s/g, '');
  await typeInto(page, t('desk.signIn.login'), login);
  await typeInto(page, t('desk.account.newPassword'), password);
  await typeInto(page, t('desk.account.again'), password);
  await typeInto(page, t('desk.account.firstCode'), codeNow(place, secret));
  await press(page, t('desk.join.button'));
  return { page, context, language, t, login, secret };
}

/** The key of the organisation; its end is typed back from the paper. */
export async function makeKey({ page, t, login }: Seat): Promise<void> {
  await press(page, t('desk.frame.makeKey'));
  await typeInto(page, t('desk.key.newPassphrase'), passphraseOf(login));
  await typeInto(page, t('desk.key.again'), passphraseOf(login));
  await press(page, t('desk.key.make'));
  const paper = await page.locator('.recovery .secret').innerText();
  await press(page, t('desk.key.onPaper'));
  await typeInto(page, t('desk.key.ending', { count: 6 }), paper.slice(-6));
  await press(page, t('desk.key.store'));
}

/** By the address of the desk; after weeks nobody is signed in any more. */
export async function signIn(place: Place, { page, language, t, login, secret }: Seat): Promise<void> {
  await page.goto(`${place.url}/${language}/desk`);
  await typeInto(page, t('desk.signIn.login'), login);
  await typeInto(page, t('desk.signIn.password'), password);
  await typeInto(page, t('desk.signIn.totp'), codeNow(place, secret));
  await press(page, t('desk.signIn.button'));
}

/** With the passphrase that the coordinator told them. */
export async function openKey({ page, t }: Seat, coordinator: string): Promise<void> {
  await press(page, t('desk.frame.unlock'));
  await typeInto(page, t('desk.key.passphrase'), passphraseOf(coordinator));
  await press(page, t('desk.key.unlock'));
}

/** The administrator makes a link at the desk. */
export async function inviteAtDesk({ page, t }: Seat, role: 'analyst'): Promise<string> {
  await press(page, t('desk.frame.places.people'));
  await choose(page, t(`desk.roles.${role}`));
  await press(page, t('desk.people.invite'));
  await focusOn(page, t('desk.people.link'));
  return page.inputValue(':focus');
}

/** What the page of the day counts. */
export async function countsOfToday({ page, t }: Seat) {
  await press(page, t('desk.frame.places.today'));
  const [overdue, due, own, arrived] = (await page.locator('.today-summary strong').allInnerTexts()).map(
    Number,
  );
  return { overdue, due, own, arrived };
}

/** The sum of all offices as the page of statistics tells it. */
export async function totals({ page, t }: Seat): Promise<Record<string, number>> {
  await press(page, t('desk.frame.places.statistics'));
  const cells = await page.locator('.counts').first().locator('tr.total td').allInnerTexts();
  return Object.fromEntries(countedMeasures.map((one, at) => [one, Number(cells[at])]));
}

/** The code of this moment; the next one is asked for a minute later. */
function codeNow({ now, setNow }: Place, secret: string): string {
  setNow(new Date(now().getTime() + 60_000).toISOString());
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now().getTime() });
}
