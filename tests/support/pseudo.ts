/** English as nobody speaks it: ⟦wöörds⟧ marked and half as long again, so that whatever is not translated shows. */
import { join } from 'node:path';
import { localizedTexts, translatable } from '#content/localized-texts.ts';
import type { Library } from '#domain/library.ts';
import type { Template, TemplateBlock, TemplateText, TranslationMatter } from '#domain/template.ts';
import type { Site } from '#web/site.ts';
import { interfaceTexts, type Locale } from '../../src/i18n.ts';
import { readLocales } from '../../src/read-locales.ts';

const stretched: Record<string, string> = { a: 'áá', e: 'éé', i: 'íí', o: 'óó', u: 'üü', y: 'ýý' };

/** Placeholders stay, and so does what stands in «quotes» for the letter. */
export function pseudo(text: string): string {
  const parts = text.split(/(\{\{[^}]*\}\}|«[^»]*»|<[^>]*>)/);
  return `⟦${parts.map((part, place) => (place % 2 ? part : part.replace(/[aeiouy]/g, (letter) => stretched[letter] ?? letter))).join('')}⟧`;
}

/** What stands in the files for programs, not for readers. */
const told = (key: string) => !/^(?:common\.language\.(?:dir|code)|quality\.reviewed)$/.test(key);

function pseudoLocale(locale: Locale, path = ''): Locale {
  return Object.fromEntries(
    Object.entries(locale).map(([name, value]) => {
      const key = path ? `${path}.${name}` : name;
      if (typeof value !== 'string') return [name, pseudoLocale(value, key)];
      return [name, told(key) ? pseudo(value) : value];
    }),
  );
}

/** Who opens `/en` of a site with these reads no English. */
export function pseudoParts(library: Library): Pick<Site, 'texts' | 'library'> {
  const locales = readLocales(join(import.meta.dirname, '../../locales'));
  const { templates, ...content } = structuredClone(library);
  for (const { text } of localizedTexts(translatable({ templates, ...content }))) text.en = pseudo(text.en);
  return {
    texts: interfaceTexts({ ...locales, en: pseudoLocale(locales.en ?? {}) }),
    library: {
      ...content,
      templates: new Map([...templates].map(([id, template]) => [id, pseudoTemplate(template)])),
    },
  };
}

function pseudoTemplate(template: Template): Template {
  const { en: matter } = template.translations;
  const { en: copy } = template.readings;
  if (!matter || !copy) throw new Error(`${template.id} has no English`);
  return {
    ...template,
    translations: { ...template.translations, en: pseudoMatter(matter) },
    readings: { ...template.readings, en: { ...copy, blocks: copy.blocks.map(pseudoBlock) } },
  };
}

function pseudoMatter({ title, summary, limits, requests }: TranslationMatter): TranslationMatter {
  return {
    title: pseudo(title),
    summary: pseudo(summary),
    limits: limits.map(pseudo),
    requests: Object.fromEntries(Object.entries(requests).map(([id, label]) => [id, pseudo(label)])),
  };
}

function pseudoBlock(block: TemplateBlock): TemplateBlock {
  if ('paragraphs' in block) return { ...block, paragraphs: block.paragraphs.map(pseudoText) };
  if (!('requests' in block)) return block;
  return { ...block, requests: block.requests.map((one) => ({ ...one, text: pseudoText(one.text) })) };
}

function pseudoText(text: TemplateText): TemplateText {
  return text.map((part) => {
    if (part.kind === 'text') return { ...part, text: pseudo(part.text) };
    if (part.kind === 'number') return { ...part, one: pseudo(part.one), several: pseudo(part.several) };
    return part.kind === 'value' && part.before ? { ...part, before: pseudo(part.before) } : part;
  });
}
