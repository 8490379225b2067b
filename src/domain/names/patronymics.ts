/** Patronymics: Russian ones decline, those with оглы and кызы do not. */
import { byPetrovich, masculineNoun } from './declension.ts';
import { doubtful, type Form, type NameCase, type NameGender, sure } from './form.ts';

/**
 * In: a patronymic as typed. Out: its form; doubtful and unchanged where it fits neither pattern or the other gender.
 *
 * Ильич → Ильича, Ивановна → Ивановны, Магомед-Эминович → Магомед-Эминовича (its end only): Русская грамматика (1980).
 * Силыч → Силыча, for which petrovich has no rule: Петровский, Словарь русских личных имён (1966).
 * Мамед оглы, Гасан кызы: fixed as a whole («Полада Бюль-Бюль оглы»); usage, no handbook's paragraph was found.
 */
export function inflectPatronymic(name: string, gender: NameGender, grammaticalCase: NameCase): Form {
  if (/(?:оглы|оглу|улы|уулу)$/i.test(name)) return gender === 'male' ? sure(name) : doubtful(name);
  if (/(?:кызы|гызы|кизи)$/i.test(name)) return gender === 'female' ? sure(name) : doubtful(name);
  if (gender === 'male' && /[а-яё]лыч$/i.test(name)) return sure(masculineNoun(name, grammaticalCase));
  const russian = gender === 'male' ? /[а-яёӏ]ич$/i : /(?:[оеё]в|[иы]ч|ич|ів)на$/i;
  return russian.test(name) ? sure(byPetrovich('middle', name, gender, grammaticalCase)) : doubtful(name);
}
