/**
 * A surname of several parts: Лебедев-Кумач → Лебедева-Кумача, but Тер-Петросян → Тер-Петросяна.
 * Source: Розенталь, § 151: the first part declines where it is a surname by itself; his are Грум-Гржимайло,
 * Демут-Малиновский and Сквозник-Дмухановский, whose first parts do not.
 */
import { isOneOf } from './endings.ts';
import { doubtful, type Form, type NameCase, type NameGender, sure } from './form.ts';
import { surnamePart } from './surnames.ts';

const neverInflected =
  'тер бонч грум демут сквозник мак сан сен бен ибн эль аль ас ад аш ар ат бин ван фон дер ден де ди да дю дель ла ле лос мелик ' +
  'кара шах хан хаджи гаджи абу абд абдул султан дон нор бек топ мирза святополк призван рейн аксель тян';
const kinship = 'оглы оглу гызы кызы кизи улы уулу заде';

/** In: a whole surname. Out: its form; doubtful where a man's first part may be a surname or may not. */
export function inflectSurname(name: string, gender: NameGender, grammaticalCase: NameCase): Form {
  const pieces = name.split(/([ -]+)/);
  const words = pieces.filter((_, at) => at % 2 === 0);
  if (words.some((word) => isOneOf(kinship, word))) return doubtful(name);
  const last = pieces.length - 1;
  const forms = pieces.map((piece, at) => {
    if (at % 2 === 1) return /^-$/.test(piece) || hasParticle(words) ? sure(piece) : doubtful(piece);
    return at === last
      ? surnamePart(piece, gender, grammaticalCase)
      : firstPart(piece, gender, grammaticalCase);
  });
  return {
    text: forms.map(({ text }) => text).join(''),
    certain: forms.every(({ certain }) => certain),
  };
}

function firstPart(part: string, gender: NameGender, grammaticalCase: NameCase): Form {
  if (isOneOf(neverInflected, part)) return sure(part);
  const form = surnamePart(part, gender, grammaticalCase);
  return gender === 'female' || form.text === part || looksLikeSurname(part) ? form : doubtful(form.text);
}

function looksLikeSurname(part: string): boolean {
  return /(?:[оеё]в|[иы]н|[сц]к[ио]й|ый|ич|[чщ]ук|юк|янц?|штейн|ман|берг|[ая])$/i.test(part);
}

/** «фон Шмидт», «де Сильва»: the space is a part of the surname; «Ахмад Кади» may be anything. */
function hasParticle(words: string[]): boolean {
  return words.slice(0, -1).every((word) => isOneOf(neverInflected, word));
}
