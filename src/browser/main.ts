/** The program of `/<lng>/write` and of the offline kit: takes the page over once the law, the templates and the words are there. */

import { config } from 'zod/mini';
import { keepProgram, loadLater, worthLoading } from './arrivals.ts';
import type { Question } from './ask.ts';
import { Device } from './device.ts';
import { deviceApp } from './device-app.ts';
import { deviceSite } from './device-site.ts';
import { handedOver, whenHandedOver } from './handover.ts';
import { type Found, keptIn } from './keep.ts';
import { offerKeeping, restore } from './keep-offer.ts';
import { forgetOnExit, takeBack, warnBeforeLeaving } from './leaving.ts';
import { loadNothingMore } from './nothing-more.ts';
import type { ContentPart, LanguagePart, Part } from './parts.ts';
import { questionOf, takePresses } from './presses.ts';
import { rehearse } from './rehearse.ts';
import type { Ways } from './ways.ts';

const onDevice: Ways = {
  app: deviceApp,
  close: loadNothingMore,
  failed: (_, t) => t('device.failed'),
};
config({ jitless: true }); // a page with this policy makes no code from text
const own = document.currentScript?.dataset ?? {};
const given = globalThis.parts ?? [];
const content = given.find((part): part is ContentPart => part.kind === 'content');
const spoken = given.filter((part): part is LanguagePart => part.kind === 'language');
if (content && spoken.length > 0) start(content, spoken);

function start(content: ContentPart, spoken: LanguagePart[]): void {
  const handed = handedOver(); // first of all: until then it stands in the address
  const clock = () => new Date();
  const kept = keptIn(tabStorage());
  const device = new Device(deviceSite(content, spoken, clock), onDevice);
  takePresses(device);
  takeBack(device);
  warnBeforeLeaving(device);
  forgetOnExit(device, kept);
  offerKeeping(device, kept);
  rehearse(device);
  globalThis.parts = arriving((part) => {
    if (part.kind !== 'language') return;
    spoken.push(part);
    device.extend(deviceSite(content, spoken, clock));
    if (handed && !device.begun && device.address.startsWith('/online/handover')) void device.go(handed); // may be read in it
  });
  whenHandedOver((question) => void device.go(question));
  addEventListener(
    'hashchange',
    () => void (location.hash === '#case' && device.go({ path: firstPath() ?? '' })),
  );
  ready(device, kept.found(), handed);
  if (!device.closed) keepProgram(own.worker);
  const later = own.later?.split(' ').filter(Boolean) ?? [];
  loadLater(worthLoading(later, navigator.languages), () => device.closed);
}

/** The page says so, and what was pressed while it waited is done now. */
function ready(device: Device, found: Found | undefined, handed: Question | undefined): void {
  for (const note of document.querySelectorAll<HTMLElement>('[data-waiting]')) note.hidden = true;
  document.documentElement.dataset.ready = '';
  if (document.documentElement.dataset.begun !== undefined) device.begin();
  void (handed ? open(device, handed) : begin(device, found));
}

/** What a helper has prepared comes before all else; in a kit, Back leads from it to the first page. */
async function open(device: Device, handed: Question): Promise<void> {
  const { first } = document.body.dataset;
  if (first !== undefined) await device.startAt(first);
  await device.go(handed);
}

/** What was kept is in sight again; else the page that the address asks for; else the press that waited is done. */
async function begin(device: Device, found: Found | undefined): Promise<void> {
  if (found && (await restore(device, found))) return;
  const first = firstPath();
  const pressed = document.querySelector('button[data-pressed]');
  if (first !== undefined) await device.startAt(first);
  else if (pressed instanceof HTMLButtonElement && pressed.form) {
    device.begin();
    await device.go(questionOf(pressed.form, pressed));
  }
}

/** A kit begins with no page in sight. An address may end in `#case`, which does not stay there: it begins with the case. */
function firstPath(): string | undefined {
  const { first } = document.body.dataset;
  if (location.hash !== '#case') return first;
  history.replaceState(null, '', location.href.replace(/#.*/, ''));
  return `${first ?? `/${document.documentElement.lang}`}/case`;
}

/** A list that tells of what is put into it, for the scripts that come after this one. */
function arriving(take: (part: Part) => void): Part[] {
  const list: Part[] = [];
  list.push = (...parts) => {
    for (const part of parts) take(part);
    return 0;
  };
  return list;
}

/** Some browsers forbid it to a page without a site; then there is none. */
function tabStorage(): Storage | undefined {
  try {
    return sessionStorage;
  } catch {
    return undefined;
  }
}
