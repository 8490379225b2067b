/** The regular endings, and petrovich, whose rules are the base below this layer (petrovich 0.2.1, MIT). */
import petrovich from 'petrovich';
import type { NameCase, NameGender } from './form.ts';

/**
 * First declension, men and women: Сковорода → Сковороды, Сковороде; Гамалея → Гамалеи, Гамалее; Мария → Марии, Марии.
 * Source: Русская грамматика (1980), the noun; -ии in the dative: Правила русской орфографии (2006), § 71 п. 1.
 */
export function nounInA(name: string, grammaticalCase: NameCase): string {
  const stem = name.slice(0, -1);
  if (grammaticalCase === 'dative') return stem + (/ия$/i.test(name) ? 'и' : 'е');
  return stem + (/(?:[гкхжчшщ]а|я)$/i.test(name) ? 'и' : 'ы');
}

/** Second declension, men only: Шмидт → Шмидта, Шмидту; Коваль → Коваля; Цой → Цоя; Мышь → Мыша. */
export function masculineNoun(name: string, grammaticalCase: NameCase): string {
  const soft = /(?:й|[^жчшщ]ь)$/i.test(name);
  const ending = grammaticalCase === 'genitive' ? (soft ? 'я' : 'а') : soft ? 'ю' : 'у';
  return name.replace(/[йь]$/i, '') + ending;
}

/** A man's surname that is an adjective: Белый → Белого, Толстой → Толстого, Синий → Синего, Рабочий → Рабочего. */
export function masculineAdjective(name: string, grammaticalCase: NameCase): string {
  const soft = /[нжчшщ]ий$/i.test(name);
  return name.slice(0, -2) + (soft ? 'е' : 'о') + (grammaticalCase === 'genitive' ? 'го' : 'му');
}

/** By petrovich alone; a name that it has no rule for comes back unchanged. */
export function byPetrovich(
  part: 'first' | 'middle' | 'last',
  name: string,
  gender: NameGender,
  grammaticalCase: NameCase,
): string {
  return petrovich({ gender, [part]: name }, grammaticalCase)[part] ?? name;
}
