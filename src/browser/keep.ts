/** Answers kept for this tab, only where the person asked for it: in sessionStorage, which goes when the tab is closed. */
import type { Question } from './device-app.ts';

const place = 'page';

/** What is kept: how the page in sight is asked for again. */
type Stored = { path: string; entries: [string, string][] };

export type Kept = {
  /** What an earlier load of this tab left, if the person had asked to keep it. */
  found: () => Question | undefined;
  shown: (question: Question) => void;
  typed: () => void;
  start: () => void;
  stop: () => void;
  readonly on: boolean;
};

/** `storage` is the tab's own; it may be forbidden, and then nothing is kept. */
export function keptIn(storage: Storage | undefined): Kept {
  let on = storage?.getItem(place) != null;
  let last: Question | undefined;
  const store = () => {
    const question = answersInSight() ?? last;
    if (on && question) storage?.setItem(place, JSON.stringify(stored(question)));
  };
  return {
    found: () => restored(storage?.getItem(place)),
    shown: (question) => {
      last = question;
      store();
    },
    typed: store,
    start: () => {
      on = true;
      store();
    },
    stop: () => {
      on = false;
      last = undefined;
      storage?.removeItem(place);
    },
    get on() {
      return on;
    },
  };
}

/** The step in sight with what is typed so far, asked to stay where it is. */
function answersInSight(): Question | undefined {
  const form = document.querySelector('main form#step[action*="/online/"]');
  if (!(form instanceof HTMLFormElement)) return undefined;
  const body = new FormData(form);
  body.set('move', 'stay');
  return { path: form.getAttribute('action') ?? '', body };
}

function stored({ path, body }: Question): Stored {
  const entries = [...(body ?? [])].flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[name, value]] : [],
  );
  return { path, entries };
}

function restored(text: string | null | undefined): Question | undefined {
  if (!text) return undefined;
  const { path, entries }: Stored = JSON.parse(text);
  if (!path.includes('/case')) return { path, body: new URLSearchParams(entries) };
  const body = new FormData();
  for (const [name, value] of entries) body.append(name, value);
  return { path, body };
}
