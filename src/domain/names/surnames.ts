/** One part of a surname: what does not decline, what both sexes decline alike, and who decides the rest. */
import { nounInA } from './declension.ts';
import { endsInConsonant, endsInIndeclinableVowel, isInitial, isOneOf } from './endings.ts';
import { doubtful, type Form, type NameCase, type NameGender, sure } from './form.ts';
import { surnameOfMan } from './surnames-of-men.ts';
import { nounsLikeSurnames, surnameOfWoman } from './surnames-of-women.ts';

/** In: a surname, or one part of a double one. Out: its form. */
export function surnamePart(name: string, gender: NameGender, grammaticalCase: NameCase): Form {
  if (isInitial(name)) return sure(name);
  if (endsInConsonant(name)) {
    // A woman's surname in a consonant, -й or -ь does not decline: Цой Анна. Розенталь, § 151; Еськова 13.1.
    return gender === 'female' ? sure(name) : surnameOfMan(name, grammaticalCase);
  }
  if (endsInIndeclinableVowel(name)) return inOtherVowel(name, gender);
  if (!/[ая]$/i.test(name)) return doubtful(name);
  return (
    inVowelAndA(name, grammaticalCase) ??
    french(name) ??
    (gender === 'female' ? surnameOfWoman(name, grammaticalCase) : womanishOfMan(name, grammaticalCase)) ??
    finnish(name, grammaticalCase) ??
    sure(nounInA(name, grammaticalCase))
  );
}

/**
 * Шевченко, Живаго, Дурново, Саакашвили, Гёте: never. Розенталь, § 151; Граудина, Ицкович, Катлинская.
 * A Polish or Czech man's -ски may be declined like -ский.
 */
function inOtherVowel(name: string, gender: NameGender): Form {
  return gender === 'male' && /(?:ск|цк)и$/i.test(name) ? doubtful(name) : sure(name);
}

/**
 * Тодуа, Гулиа: -а after a vowel, never (Розенталь, § 151; Еськова 13.1).
 * Гогия → Гогии, Берия → Берии by Еськова and those who study names; Розенталь and Граудина, Ицкович, Катлинская
 * leave it unchanged: gramota.ru, вопрос 247229. They speak of Georgian names: Гарсия → Гарсии, as Spanish and Italian
 * ones in an unstressed -а, is agreed (Розенталь, § 151).
 */
function inVowelAndA(name: string, grammaticalCase: NameCase): Form | undefined {
  if (/[аеёиоуыэюя]а$/i.test(name)) return sure(name);
  if (/ворота$/i.test(name)) return doubtful(name); // Забейворота: a phrase whose noun is plural
  if (!/ия$/i.test(name)) return undefined;
  const form = nounInA(name, grammaticalCase);
  return isOneOf('гарсия эчеверрия мурсия', name) ? sure(form) : doubtful(form);
}

/**
 * Дюма, Петипа, Золя: French and stressed on the end, never; Абдулла, Цадаса: Eastern, always. Розенталь, § 151;
 * Суперанская, Суслова, Современные русские фамилии (1981). */
function french(name: string): Form | undefined {
  if (isOneOf('дюма дега петипа золя нана', name)) return sure(name);
  return isOneOf('тома люка ферма брока троя', name) ? doubtful(name) : undefined;
}

/** A man called Иванова or Садовская: a foreign surname, or a slip; Калина and Голова are plain nouns. */
function womanishOfMan(name: string, grammaticalCase: NameCase): Form | undefined {
  if (isOneOf(nounsLikeSurnames, name)) return sure(nounInA(name, grammaticalCase));
  const womanish = /(?:[оеё]ва|[иы]на|[сц]кая|ная|яя)$/i.test(name);
  return womanish ? doubtful(nounInA(name, grammaticalCase)) : undefined;
}

/** Finnish and Estonian -а, -я: handbooks disagree (not declined by Розенталь). Known by long vowels: Хаапала. */
function finnish(name: string, grammaticalCase: NameCase): Form | undefined {
  return /аа|оо|уу|ии|ээ|яя|юю|яй|юй|уо/i.test(name) ? doubtful(nounInA(name, grammaticalCase)) : undefined;
}
