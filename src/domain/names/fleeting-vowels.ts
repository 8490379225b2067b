/**
 * Surnames in which a vowel may fall out: Кравец → Кравца or Кравеца. Authorities disagree, and so do the bearers.
 *
 * Sources: Розенталь, Справочник по правописанию и литературной правке, § 151 п. 3 (Чапек → Чапека: the vowel is
 * kept) and п. 4 (Гусь, Ремень: often not declined); gramota.ru, «Заец, Журавель и Казаченок: как склонять такие
 * фамилии» (both ways are met); petrovich-eval has Кравцу and Воробью. So the best guess keeps the vowel, but in -ец
 * and -ей, where nearly everybody drops it.
 */
import { masculineNoun } from './declension.ts';
import { isOneOf, syllables } from './endings.ts';
import { doubtful, type Form, type NameCase } from './form.ts';

const withFleetingVowel =
  'день пень корень камень кремень ремень перстень ступень кистень плетень трутень слепень гребень парень шершень ' +
  'ливень огонь уголь деготь дёготь ноготь локоть лапоть коготь рубель журавель кашель вихорь угорь осетер осётр ' +
  'козел козёл орел орёл осел осёл щегол дятел котел котёл чехол узел павел хохол ветер костер костёр ковер ковёр ' +
  'любовь церковь шатер шатёр бобер бобёр пепел заец лев лоб пес пёс лед лёд лен лён мох ров рот сон шов ' +
  'гусь';
const becomesSoftSign = 'соловей воробей муравей ручей улей репей';

/** In: a man's surname. Out: its doubtful form, or undefined where no vowel can fall out. */
export function withFleeting(name: string, grammaticalCase: NameCase): Form | undefined {
  if (isOneOf(becomesSoftSign, name))
    return doubtful(`${name.slice(0, -2)}ь${grammaticalCase === 'genitive' ? 'я' : 'ю'}`);
  if (isOneOf(withFleetingVowel, name)) return doubtful(masculineNoun(name, grammaticalCase));
  if (syllables(name) < 2) return undefined; // Швец → Швеца, Блок → Блока: nothing may fall out
  if (/ец$/i.test(name))
    return /[фз]ец$/i.test(name) ? undefined : doubtful(withoutVowel(name, grammaticalCase));
  const mayFall = /(?:[^аеёиоуыэюя][её]к|[^аеёиоуыэюя]ок|яц)$/i.test(name) && !/бек$/i.test(name);
  return mayFall ? doubtful(masculineNoun(name, grammaticalCase)) : undefined;
}

/** What is said most: Кравец → Кравца, Скиталец → Скитальца, Китаец → Китайца. */
function withoutVowel(name: string, grammaticalCase: NameCase): string {
  const stem = name.slice(0, -2);
  const soft = /л$/i.test(stem) ? 'ь' : /[аеёиоуыэюя]$/i.test(stem) ? 'й' : '';
  return masculineNoun(`${stem}${soft}ц`, grammaticalCase);
}
