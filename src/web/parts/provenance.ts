/** The line under every fact of law: where it comes from, when it was checked, and whether that is long ago. */
import type { Language } from '#domain/language.ts';
import { isStale, type Provenance } from '#domain/provenance.ts';
import { type Html, html, nothing } from '#html.ts';
import type { Translate } from '#i18n.ts';

export function provenanceLine(t: Translate, language: Language, fact: Provenance, today: string): Html {
  const stale = isStale(fact, today);
  return html`<p class="provenance">
<span>${t(`common.confidence.${fact.confidence}`)}.</span>
<span>${t('common.provenance.checked', { date: longDate(language, fact.checked) })}</span>
${fact.edition ? html`<span>${t('common.provenance.edition', { date: monthAndYear(language, fact.edition) })}</span>` : nothing}
${stale ? html`<strong class="stale">${t('common.provenance.stale')}</strong>` : nothing}
<span class="provenance-source">${t('common.provenance.source')} <bdi>${typeof fact.source === 'string' ? fact.source : fact.source[language]}</bdi></span>
</p>`;
}

/** A day as the reader's language writes it. */
export function longDate(language: Language, date: string): string {
  return format('day', language, date);
}

/** A month, likewise. */
export function monthAndYear(language: Language, date: string): string {
  return format('month', language, date);
}

const styles = {
  day: { day: 'numeric', month: 'long', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** Where the language alone would not say how its readers write a day. */
const locales: Partial<Record<Language, string>> = { en: 'en-GB', ar: 'ar-u-nu-latn' };

/** What CLDR shortens is spelled out, for a sentence may end after it; French counts the first day of a month otherwise. */
const spelled: Partial<Record<Language, readonly [RegExp, string]>> = {
  ru: [/г\.$/, 'года'],
  uk: [/р\.$/, 'року'],
  fr: [/^1 /, '1er '],
};

/** Each is made once, when first asked for: a formatter costs more than all else on a page. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function format(style: keyof typeof styles, language: Language, date: string): string {
  const key = `${style} ${language}`;
  const formatter =
    formatters.get(key) ??
    new Intl.DateTimeFormat(locales[language] ?? language, { ...styles[style], timeZone: 'UTC' });
  formatters.set(key, formatter);
  const [from, to] = spelled[language] ?? [];
  const text = formatter.format(new Date(`${date}T00:00:00Z`));
  return from && to ? text.replace(from, to) : text;
}
