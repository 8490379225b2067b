/** First names, of one part or of several. */
import { byPetrovich, masculineNoun, nounInA } from './declension.ts';
import { endsInConsonant, endsInIndeclinableVowel, isInitial, isOneOf, syllables } from './endings.ts';
import { doubtful, type Form, type NameCase, type NameGender, sure } from './form.ts';

const biblical = 'любовь агарь рахиль руфь суламифь эсфирь юдифь';
const slavicInO =
  'данило гаврило михайло марко петро павло левко дмитро кирило самойло юрко василько грицько гнатко';
const firstOfEasternCompounds =
  'саид сайд сеид магомед магомет мухаммад мухаммед махмуд абдул абд турпал хаджи гаджи хож хас ахмад ахмед хасан ' +
  'хусейн ислам алхан шейх шайх султан мирза нур умар хан джамал бек зелим шах али абу вали иса муса ибн бей мовсар ' +
  'дени альви асхаб сулим ваха рамзан апти лом висхан майр бай ших шарип имам мулла зайнал зайн сейф сайф фазл';
const lastOfEasternCompounds = 'али хаджи гаджи бек хан гирей гери паша ага эмин амин расул дин эфенди кади';
const firstOfFrenchCompounds = 'жан';

/** In: a whole first name. Out: its form. */
export function inflectFirstName(name: string, gender: NameGender, grammaticalCase: NameCase): Form {
  const pieces = name.split(/([ -]+)/);
  const last = pieces.at(-1) ?? '';
  if (pieces.length === 1) return firstNamePart(name, gender, grammaticalCase);
  const before = pieces.slice(0, -1);
  return gender === 'male'
    ? compoundOfMan(before, last, grammaticalCase)
    : compoundOfWoman(before, last, grammaticalCase);
}

/**
 * Саид-Магомед → Саид-Магомеда, Жан-Жак → Жан-Жака: only the last part. Карл-Густав is declined in both ways.
 * Source for Жан-: Розенталь, § 151 п. 2 and § 13 п. 3, who yet has «Пьера-Анри Симона»; for Eastern compounds no
 * paragraph of a handbook was found: it is how newspapers and papers of the Caucasus write.
 */
function compoundOfMan(before: string[], last: string, grammaticalCase: NameCase): Form {
  const known =
    isOneOf(lastOfEasternCompounds, last) ||
    before.every(
      (piece, at) => at % 2 === 1 || isOneOf(`${firstOfEasternCompounds} ${firstOfFrenchCompounds}`, piece),
    );
  const form = firstNamePart(last, 'male', grammaticalCase);
  return { text: before.join('') + form.text, certain: form.certain && known };
}

/** Анна-Мария → Анны-Марии: each part that declines by itself. Source: usage; petrovich-eval has Анне-Марии. */
function compoundOfWoman(before: string[], last: string, grammaticalCase: NameCase): Form {
  const parts = [...before, last].map((piece, at) =>
    at % 2 === 1 ? sure(piece) : firstNamePart(piece, 'female', grammaticalCase),
  );
  const alike = [...before, last].every((piece, at) => at % 2 === 1 || /[ая]$/i.test(piece));
  const unchanged = parts.every(({ text }, at) => text === [...before, last][at]);
  return {
    text: parts.map(({ text }) => text).join(''),
    certain: (alike || unchanged) && parts.every(({ certain }) => certain),
  };
}

function firstNamePart(name: string, gender: NameGender, grammaticalCase: NameCase): Form {
  if (isInitial(name)) return sure(name);
  if (/[ая]$/i.test(name)) return inA(name, grammaticalCase);
  // Украинские Марко, Петро, Данило: declined by Розенталь, § 151 п. 1, not by Суперанская, Суслова (1981).
  if (endsInIndeclinableVowel(name)) return isOneOf(slavicInO, name) ? doubtful(name) : sure(name);
  if (!endsInConsonant(name)) return doubtful(name);
  return gender === 'female'
    ? ofWomanInConsonant(name, grammaticalCase)
    : ofManInConsonant(name, grammaticalCase);
}

/**
 * Айшат, Петимат, Зулай do not decline; Любовь and six Biblical names do; of Айгуль, Нинель, Гузель authorities
 * disagree. Source: Калакуцкая, Фамилии. Имена. Отчества (1994) against Суперанская, Словарь личных имён (2013):
 * gramota.ru, справка об имени Айгуль.
 */
function ofWomanInConsonant(name: string, grammaticalCase: NameCase): Form {
  if (!/ь$/i.test(name)) return sure(name);
  return isOneOf(biblical, name)
    ? sure(byPetrovich('first', name, 'female', grammaticalCase))
    : doubtful(name);
}

/** Пётр → Петра, Лев → Льва, Павел → Павла; Яцек → Яцека (Розенталь, § 151 п. 3), but Яцка is also said. */
function ofManInConsonant(name: string, grammaticalCase: NameCase): Form {
  if (/[ъӀӏI1|]$/i.test(name)) return doubtful(name);
  const fleeting = /(?:[её]к|[^аеёиоуыэюя]ок|ец)$/i.test(name) && syllables(name) > 1 && !/бек$/i.test(name);
  if (fleeting) return doubtful(masculineNoun(name, grammaticalCase));
  const form = byPetrovich('first', name, 'male', grammaticalCase);
  return sure(form === name ? masculineNoun(name, grammaticalCase) : form);
}

/**
 * Мария → Марии, Никита → Никиты. -ия after a stem of no vowel is -ие in the dative (Лие) by Правила русской
 * орфографии (2006), § 71, but -ии by the rules of 1956, § 40. Шота: both ways. -уа, -иа, -оа do not change.
 */
function inA(name: string, grammaticalCase: NameCase): Form {
  if (/[аеёиоуыэюя]а$/i.test(name) || isOneOf('шота', name)) return doubtful(name);
  if (/ия$/i.test(name) && syllables(name) === 2 && grammaticalCase === 'dative')
    return doubtful(`${name.slice(0, -1)}е`);
  return sure(nounInA(name, grammaticalCase));
}
