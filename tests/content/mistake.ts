/** A mistake in one file of `templates/`, and what the service must say about it. */
import { expect } from 'vitest';
import { findingsAfter, rewrite, textOf } from './broken-templates.ts';

/** [what is wrong, the file that is spoiled, the change, words of the spoiled line, words of the message] */
export type Mistake = readonly [
  what: string,
  file: string,
  change: (text: string) => string,
  line: string,
  message: RegExp,
];

/** The service does not start, and says where the mistake is: the right file, the right line, words that help. */
export function expectMistakeTold(...[, file, change, line, message]: Mistake): void {
  const findings = findingsAfter(rewrite(file, change));
  const spoiled = change(textOf(file)).split('\n');
  const told = findings.filter((finding) => message.test(finding.message));
  expect(told.length, `among ${JSON.stringify(findings)}`).toBeGreaterThan(0);
  for (const finding of findings) {
    expect(finding.file).toBe(`templates/${file}`);
    expect(finding.line).toBeGreaterThanOrEqual(1);
    expect(finding.line).toBeLessThanOrEqual(spoiled.length);
  }
  if (line !== '') {
    const lines = told.map((finding) => spoiled[finding.line - 1] ?? '');
    expect(
      lines.some((one) => one.includes(line)),
      `${JSON.stringify(told)} at ${JSON.stringify(lines)}`,
    ).toBe(true);
  }
}
