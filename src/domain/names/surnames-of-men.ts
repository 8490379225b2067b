/** A man's surname in a consonant, -й or -ь: it declines, by one of four patterns. */
import { byPetrovich, masculineAdjective, masculineNoun } from './declension.ts';
import { isOneOf, syllables } from './endings.ts';
import { withFleeting } from './fleeting-vowels.ts';
import { doubtful, type Form, type NameCase, sure } from './form.ts';

const adjectives =
  'великий дикий высокий широкий далекий далёкий глубокий одинокий жестокий строгий долгий убогий пологий отлогий ' +
  'другой тихий лихий ветхий синий зимний летний осенний весенний крайний дальний нижний верхний средний задний ' +
  'передний поздний ранний древний давний соседний последний рабочий хороший рыжий свежий дюжий пригожий зодчий';
const softPlural =
  'нижних верхних средних задних передних крайних дальних синих зимних давних древних соседних';
const nounsInOy = 'покой прибой разбой водопой перебой герой ковбой левкой устой конвой настой застой гобой';

/** In: one part of a man's surname that ends in a consonant. Out: its form. */
export function surnameOfMan(name: string, grammaticalCase: NameCase): Form {
  return (
    frozenPlural(name, grammaticalCase) ??
    inOy(name, grammaticalCase) ??
    inIy(name, grammaticalCase) ??
    withFleeting(name, grammaticalCase) ??
    regular(name, grammaticalCase)
  );
}

/**
 * Черных, Седых, Долгих never change; Дитрих, Эрлих, Рерих are nouns, for no adjective has -их after л, р, т.
 * Source: Розенталь, § 151; Еськова, Трудности словоизменения существительных (1990), 13.1.
 * Жмых, Мних, Пих are nouns too, for the ending alone has a vowel, and злых is the one such adjective: Зализняк,
 * Грамматический словарь русского языка (1977).
 */
function frozenPlural(name: string, grammaticalCase: NameCase): Form | undefined {
  if (/[ыи]х$/i.test(name) && syllables(name) === 1 && !isOneOf('злых', name))
    return sure(masculineNoun(name, grammaticalCase));
  if (/ых$/i.test(name) || /[кгхжшчщ]их$/i.test(name)) return sure(name);
  if (/них$/i.test(name)) return isOneOf(softPlural, name) ? sure(name) : doubtful(name);
  return /их$/i.test(name) ? sure(masculineNoun(name, grammaticalCase)) : undefined;
}

/** Толстой → Толстого is an adjective; Цой → Цоя, one syllable, a noun. Source: Еськова 13.1; Калакуцкая 1984. */
function inOy(name: string, grammaticalCase: NameCase): Form | undefined {
  if (/ый$/i.test(name)) return sure(masculineAdjective(name, grammaticalCase));
  if (!/ой$/i.test(name)) return undefined;
  const noun = isOneOf(nounsInOy, name) || (syllables(name) === 1 && !isOneOf('злой', name));
  return sure(noun ? masculineNoun(name, grammaticalCase) : masculineAdjective(name, grammaticalCase));
}

/**
 * Горький → Горького, Синий → Синего; but Палий → Палия, for no adjective has hard -лий, -рий, -бий.
 * Топчий, Бокий, Плохий, Козий may be either. Source: Калакуцкая, Склонение фамилий и личных имён (1984); Русская грамматика (1980), the adjective.
 */
function inIy(name: string, grammaticalCase: NameCase): Form | undefined {
  if (!/ий$/i.test(name)) return undefined;
  if (/[бвгджзлмнпрстхцшч]ь?кий$/i.test(name) || isOneOf(adjectives, name))
    return sure(masculineAdjective(name, grammaticalCase));
  if (/[шщ]ий$/i.test(name)) return sure(masculineAdjective(name, grammaticalCase));
  if (/[гкхн]ий$/i.test(name)) return doubtful(masculineAdjective(name, grammaticalCase));
  if (/[жч]ий$/i.test(name) || isOneOf('карий козий бабий лисий', name))
    return doubtful(masculineNoun(name, grammaticalCase));
  return sure(masculineNoun(name, grammaticalCase));
}

/** Иванов, Шмидт, Коваль, Гайдай: petrovich; where an exception of its own leaves the name alone, the regular ending. */
function regular(name: string, grammaticalCase: NameCase): Form {
  if (/[ъӀӏI1|]$/i.test(name)) return doubtful(name);
  if (/[жчшщ]ь$/i.test(name)) return doubtful(masculineNoun(name, grammaticalCase)); // Мышь, Ночь
  const form = byPetrovich('last', name, 'male', grammaticalCase);
  const dropped = /(?:ок|ец)$/i.test(name); // petrovich takes the vowel out of Блок and Швец
  return sure(form === name || dropped ? masculineNoun(name, grammaticalCase) : form);
}
