/** The program of `/<lng>/write` and of the offline kit: takes the page over once the law, the templates and the words are there. */

import { config } from 'zod/mini';
import { keepProgram, loadLater } from './arrivals.ts';
import { Device } from './device.ts';
import { deviceSite } from './device-site.ts';
import { keptIn } from './keep.ts';
import { offerKeeping } from './keep-offer.ts';
import { forgetOnExit, takeBack, warnBeforeLeaving } from './leaving.ts';
import type { ContentPart, LanguagePart, Part } from './parts.ts';
import { questionOf, takePresses } from './presses.ts';

config({ jitless: true }); // a page with this policy makes no code from text
const own = document.currentScript?.dataset ?? {};
const given = globalThis.parts ?? [];
const content = given.find((part): part is ContentPart => part.kind === 'content');
const spoken = given.filter((part): part is LanguagePart => part.kind === 'language');
if (content && spoken.length > 0) start(content, spoken);

function start(content: ContentPart, spoken: LanguagePart[]): void {
  const clock = () => new Date();
  const kept = keptIn(tabStorage());
  const device = new Device(deviceSite(content, spoken, clock), kept);
  takePresses(device);
  takeBack(device);
  warnBeforeLeaving(device);
  forgetOnExit(device);
  offerKeeping(device, kept);
  globalThis.parts = arriving((part) => {
    if (part.kind !== 'language') return;
    spoken.push(part);
    device.extend(deviceSite(content, spoken, clock));
  });
  ready(device);
  keepProgram(own.worker);
  loadLater(own.later?.split(' ').filter(Boolean) ?? [], () => device.begun);
}

/** The page says so, and what was pressed while it waited is done now. */
function ready(device: Device): void {
  for (const note of document.querySelectorAll<HTMLElement>('[data-waiting]')) note.hidden = true;
  document.documentElement.dataset.ready = '';
  const pressed = document.querySelector('button[data-pressed]');
  const first = document.body.dataset.first;
  if (first !== undefined) void device.go({ path: first });
  else if (pressed instanceof HTMLButtonElement && pressed.form)
    void device.go(questionOf(pressed.form, pressed));
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
