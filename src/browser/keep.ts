/** Answers kept for this tab, only where the person asked for it: in sessionStorage, which goes when the tab is closed. */

import * as z from 'zod/mini';
import { parsedJson } from '#domain/parsed-json.ts';
import type { Question } from './ask.ts';
import { stepForm, type Typed, typedIn, withAnswers } from './in-sight.ts';

const place = 'page';

const path = z.string().check(z.regex(/^\/[a-z]{2}(?:\/|$)/));
const texts = z.array(z.tuple([z.string(), z.string()]));
/** The form that holds the answers, what was typed into it, and the page that was read over it. */
const stored = z.object({
  path: z.optional(path),
  entries: z.optional(texts),
  typed: z.optional(texts),
  over: z.optional(path),
});
type Stored = { path?: string; entries?: Typed; typed?: Typed; over?: string };

/** What an earlier load of this tab left. */
export type Found = { questions: readonly Question[]; typed: Typed };

export type Kept = {
  found: () => Found | undefined;
  /** The page in sight, or what is typed into it, has changed. */
  changed: (address: string) => void;
  start: (address: string) => void;
  stop: () => void;
  readonly on: boolean;
};

/** `storage` is the tab's own; it may be forbidden, and then nothing is kept. */
export function keptIn(storage: Storage | undefined): Kept {
  let on = storage?.getItem(place) != null;
  let last: Stored = {};
  const store = (address: string) => {
    if (!on) return;
    last = inSight(address, last);
    try {
      storage?.setItem(place, JSON.stringify(last));
    } catch {} // full: the older answers stay there
  };
  return {
    found: () => restored(storage?.getItem(place)),
    changed: store,
    start: (address) => {
      on = true;
      store(address);
    },
    stop: () => {
      on = false;
      last = {};
      storage?.removeItem(place);
    },
    get on() {
      return on;
    },
  };
}

function inSight(address: string, last: Stored): Stored {
  const { lang } = document.documentElement;
  const question = withAnswers(address, lang);
  const form = stepForm();
  if (!question || !form) return { ...last, over: `/${lang}${address}` };
  return { path: question.path, entries: textsOf(question), typed: typedIn(form) };
}

function textsOf({ body }: Question): Typed {
  return [...(body ?? [])].flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[name, value]] : [],
  );
}

/** Undefined too where it is not what a program like this one wrote. */
function restored(text: string | null | undefined): Found | undefined {
  const read = stored.safeParse(parsedJson(text ?? ''));
  if (!read.success) return undefined;
  const { path, entries = [], typed = [], over } = read.data;
  const questions = [
    ...(path === undefined ? [] : [{ path, body: bodyOf(path, entries) }]),
    ...(over === undefined ? [] : [{ path: over }]),
  ];
  return { questions, typed };
}

/** As the form of that page would send it. */
function bodyOf(path: string, entries: Typed): URLSearchParams | FormData {
  const body = /^\/[^/]+\/case/.test(path) ? new FormData() : new URLSearchParams();
  for (const [name, value] of entries) body.append(name, value);
  return body;
}
