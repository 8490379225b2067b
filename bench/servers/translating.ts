/** The product but for its words: each label is looked up by i18next's `t()` on each request, as i18next is commonly used. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import i18next from 'i18next';
import { createApp } from '../../src/app.ts';
import { type Language, languages } from '../../src/domain/language.ts';
import type { Texts } from '../../src/i18n.ts';
import { openProduct } from './proverka.ts';

const root = join(import.meta.dirname, '../../locales');

export const app = async () =>
  createApp({ ...(await openProduct()), texts: texts(), today: anotherDay() }, (error) => {
    throw error;
  });

/** Two days in turn: the product makes this page once a day, which would hide what looking up costs. */
function anotherDay(): () => string {
  const days = ['2026-11-21', '2026-11-22'];
  let asked = 0;
  return () => days[Math.floor(asked++ / 2) % 2] ?? '';
}

function texts(): Texts {
  const instance = i18next.createInstance();
  instance.init({
    resources: Object.fromEntries(languages.map((language) => [language, { texts: resources(language) }])),
    defaultNS: 'texts',
    fallbackLng: false,
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  const fixed = new Map(languages.map((language) => [language, instance.getFixedT(language)]));
  return (language) => {
    const t = fixed.get(language) ?? instance.t;
    return (key, params) => t(key, params ?? {});
  };
}

function resources(language: Language): Record<string, object> {
  return Object.fromEntries(
    readdirSync(join(root, language))
      .filter((name) => name.endsWith('.json'))
      .map((file) => [
        file.replace(/\.json$/, ''),
        JSON.parse(readFileSync(join(root, language, file), 'utf8')),
      ]),
  );
}
