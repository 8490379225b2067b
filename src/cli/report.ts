/** What came of a long run: how many documents, which not and why, in an order that two runs share. */
import { oneLine } from '#domain/text.ts';
import type { Translate } from '#i18n.ts';
import type { Job } from './bulk.ts';

export type Failure = { from: Job['from']; reasons: readonly string[] };
type Outcome = { made: number; total: number; left: number; failures: readonly Failure[] };

export function report({ made, total, left, failures }: Outcome, t: Translate): string {
  return [
    t('cli.report.made', { made, total }),
    ...(left > 0 ? [t('cli.report.left', { left })] : []),
    ...(failures.length > 0 ? [t('cli.report.failed', { failed: failures.length })] : []),
    ...failures.flatMap(({ from, reasons }) => [
      `  ${label(from, t)}`,
      ...reasons.map((one) => `    ${one}`),
    ]),
    '',
  ].join('\n');
}

/** A file's name may hold what would move the cursor or turn the line around. */
function label(from: Failure['from'], t: Translate): string {
  return typeof from === 'string' ? oneLine(from) : t('cli.report.row', from);
}
