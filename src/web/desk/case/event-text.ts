/** What happened to a document, in one line: with its day, or with its week where no more is known. */
import type { Filing } from '#domain/case/case-file.ts';
import type { Event } from '#domain/case/event.ts';
import type { PublicEvent } from '#domain/register/public-facts.ts';
import { type Html, html } from '#html.ts';
import { filingTitle, officeName } from '../../case/overview/filing-card.ts';
import { longDate } from '../../parts/provenance.ts';
import { comma } from '../../parts/punctuation.ts';
import type { Reader } from '../../parts/reader.ts';
import { weekText } from '../../parts/week.ts';

export const eventText = {
  title: (reader: Reader, filing: Filing): Html =>
    html`${filingTitle(reader, filing)}${comma(reader.t)}${officeName(reader, filing)}`,
  line: ({ t, language }: Reader, { kind, date, number }: Event): Html =>
    html`${longDate(language, date)}: ${t(`clock.event.${kind}`)}${number && html`${comma(t)}№ <bdi>${number}</bdi>`}`,
  byWeek: ({ t, language }: Reader, { kind, week }: PublicEvent): Html =>
    html`${weekText(language, week)}: ${t(`clock.event.${kind}`)}`,
};
