/** The pages of the walk in their order: a new step is a file beside this and a line here. */
import { asks, type Step } from '../step.ts';
import { authority } from './authority.ts';
import { before } from './before.ts';
import { check } from './check.ts';
import { complaint } from './complaint.ts';
import { episode } from './episode.ts';
import { files } from './files.ts';
import { name } from './name.ts';
import { nameForm } from './name-form.ts';
import { reply } from './reply.ts';
import { requests } from './requests.ts';
import { sources } from './sources.ts';
import { warning } from './warning.ts';
import { words } from './words.ts';

export const steps: readonly [Step, ...Step[]] = [
  before,
  complaint,
  authority,
  episode,
  sources,
  requests,
  words,
  name,
  nameForm,
  reply,
  check,
  warning,
  files,
];

/** The step that asks for the field at `path`. */
export function stepOf(path: string): Step | undefined {
  return steps.find((step) => asks(step, path));
}
