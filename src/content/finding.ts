/** What is wrong with a file that a lawyer edits: where, and what to mend. */
export type Finding = { file: string; line: number; message: string };

/** Thrown at start when any file of `templates/` is broken: the service runs with all of them or not at all. */
export class BrokenContent extends Error {
  readonly findings: readonly Finding[];

  constructor(findings: readonly Finding[]) {
    super(findings.map(({ file, line, message }) => `${file}:${line}: ${message}`).join('\n'));
    this.name = 'BrokenContent';
    this.findings = findings;
  }
}

/** Runs `work` and adds what it finds to `findings` instead of stopping at the first broken file. */
export function collect<T>(findings: Finding[], work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof BrokenContent)) throw error;
    findings.push(...error.findings);
    return undefined;
  }
}
