/** `templates/law/{terms.yaml,next-steps.yaml,calendar.json}` → time limits, next documents and working days, checked as a whole. */
import { type NextStep, nextStepRules } from '#domain/clock/next-step.ts';
import { type ClockRules, clockRules } from '#domain/clock/term.ts';
import { type WorkingCalendar, workingCalendar } from '#domain/clock/working-days.ts';
import type { AddresseeRole } from '#domain/follow-up/circumstances.ts';
import type { Library } from '#domain/library.ts';
import { isReport, type Template } from '#domain/template.ts';
import { lineOf, read, shownPath } from './files.ts';
import { BrokenContent, collect, type Finding } from './finding.ts';
import { readYaml } from './yaml-text.ts';

const files = {
  terms: 'law/terms.yaml',
  steps: 'law/next-steps.yaml',
  calendar: 'law/calendar.json',
} as const;

type ClockFiles = { clock: ClockRules; calendar: WorkingCalendar; nextSteps: readonly NextStep[] };

/** Throws with all that was found before too, where a file cannot be read: nothing can be counted without it. */
export function readClock(root: string, findings: Finding[]): ClockFiles {
  const clock = collect(findings, () =>
    readYaml(shownPath(files.terms), read(root, files.terms), clockRules),
  );
  const rules = collect(findings, () =>
    readYaml(shownPath(files.steps), read(root, files.steps), nextStepRules),
  );
  const calendar = collect(
    findings,
    () => readYaml(shownPath(files.calendar), read(root, files.calendar), workingCalendar), // JSON is YAML
  );
  if (!clock || !rules || !calendar) throw new BrokenContent(findings);
  return { clock, calendar, nextSteps: rules.steps };
}

/** References from these files to norms, terms, templates and steps that nothing defines. */
export function checkClock(root: string, { clock, nextSteps, norms, templates }: Library): Finding[] {
  const terms = new Set(clock.terms.map(({ id }) => id));
  const steps = new Set(nextSteps.map(({ id }) => id));
  const finding = (file: string, entry: string, message: string): Finding => ({
    file: shownPath(file),
    line: lineOf(read(root, file), `- id: ${entry}`),
    message,
  });
  return [
    ...clock.terms.flatMap(({ id, norm, prolongedBy }) => [
      ...missing([norm], norms).map((one) => finding(files.terms, id, `no norm "${one}" in law/norms.yaml`)),
      ...missing(prolongedBy, terms).map((one) => finding(files.terms, id, `no term "${one}" in this file`)),
    ]),
    ...nextSteps.flatMap(({ id, norm, template, to, when, until, alongside, templates: after = [] }) => [
      ...strangers(templates.get(template ?? ''), to).map((one) =>
        finding(files.steps, id, `the document "${template}" does not go to "${one}": see its "addressees"`),
      ),
      ...missing([norm], norms).map((one) => finding(files.steps, id, `no norm "${one}" in law/norms.yaml`)),
      ...missing([...(when.missed ?? []), ...(when.running ?? []), ...(until ? [until] : [])], terms).map(
        (one) => finding(files.steps, id, `no term "${one}" in law/terms.yaml`),
      ),
      ...missing(alongside, steps).map((one) => finding(files.steps, id, `no step "${one}" in this file`)),
      ...missing([...(template === null ? [] : [template]), ...after], templates).map((one) =>
        finding(files.steps, id, `no document "${one}" in templates/complaints`),
      ),
    ]),
  ];
}

function missing(ids: readonly string[], known: { has: (id: string) => boolean }): string[] {
  return ids.filter((id) => !known.has(id));
}

/** Addressees of a step that its document is not written for. */
function strangers(template: Template | undefined, to: readonly AddresseeRole[]): AddresseeRole[] {
  if (!template || isReport(template)) return [];
  return to.filter((role) => !template.matter.addressees.includes(role));
}
