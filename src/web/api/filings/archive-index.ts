/** What tells people about a closed archive: an index that opens without this service, and how the sealed files are opened. */
import { type Html, html } from '#html.ts';
import type { RegisteredCase, RegisteredFiling } from '#register/register.ts';
import { eventText } from '../../desk/case/event-text.ts';
import { indexFrame } from '../../desk/export/index-page.ts';
import { documentName, officeOf, standingText } from '../../desk/register/filing-words.ts';
import { longDate } from '../../parts/provenance.ts';
import type { Reader } from '../../parts/reader.ts';
import { weekText } from '../../parts/week.ts';

/** `names` are the files beside it. */
export function closedIndex(reader: Reader, { filings }: RegisteredCase, names: readonly string[]): string {
  const { t, language, today } = reader;
  return indexFrame(
    reader,
    html`<p>${t('desk.export.index.made', { date: longDate(language, today) })}</p>
<p>${t('desk.export.closed.about')} <a href="README.${language}.txt">README.${language}.txt</a></p>
${filings.map((one, at) => filing(reader, one, at))}`,
    [`README.${language}.txt`, ...names],
  );
}

function filing(reader: Reader, one: RegisteredFiling, at: number): Html {
  const { t, language } = reader;
  const line = (label: string, value: string) => html`${label}: ${value}<br>\n`;
  return html`<h2>${at + 1}. ${documentName(reader, one)}</h2>
<p>${line(t('case.filing.to'), officeOf(reader, one))}${line(t('case.filing.channel'), t(`case.channel.${one.channel}`))}${line(t('desk.register.column.filed'), weekText(language, one.filedWeek))}${line(t('desk.register.column.standing'), standingText(reader, one))}${
    one.dueWeek !== null && line(t('desk.register.column.due'), weekText(language, one.dueWeek))
  }</p>
${one.events.length > 0 && html`<ul>${one.events.map((event) => html`<li>${eventText.byWeek(reader, event)}</li>`)}</ul>`}`;
}

/** Plain text: it is read where nothing else opens. */
export function readMe({ t }: Reader): string {
  const parts = [
    t('desk.export.closed.about'),
    t('desk.export.closed.key'),
    '  age -d -i key.txt -o sealed-facts.json sealed-facts.json.age',
    t('desk.export.closed.facts'),
    t('desk.export.closed.scans'),
    '  age -d -i key.txt -o scan scans/….age',
    t('desk.export.closed.padding'),
    "  perl -0777 -pe 's/\\x80\\x00*\\z//' scan > scan.pdf",
    `${t('desk.export.index.check')}\n\n  sha256sum -c hashes.txt`,
  ];
  return `${parts.join('\n\n')}\n`;
}
