/** A woman's surname that men have in another form: Иванов — Иванова, Белый — Белая. It declines like an adjective. */
import { nounInA } from './declension.ts';
import { isOneOf } from './endings.ts';
import { doubtful, type Form, type NameCase, sure } from './form.ts';

/** Common nouns in -ова, -ина: the man may be Калин or Калина. */
export const nounsLikeSurnames =
  'калина малина смородина былина перина рябина долина глина щетина година дубина осина пучина пружина скотина ' +
  'личина картина мужчина судьбина царина буквина ялина рогатина паутина жемчужина калына солонина волчина детина ' +
  'хворостина калитвина купина ягодина тростина корова сова голова дуброва подкова обнова основа полова ева рева';
const adjectivesInHardAya =
  'белая милая малая старая добрая худая седая лысая хромая рудая серая кислая смелая светлая храбрая мудрая острая ' +
  'молодая хмурая бурая косая босая целая зрелая удалая веселая весёлая гнилая бывалая рябая слабая грубая прямая ' +
  'немая голая твердая твёрдая гордая бледная голубая дорогая';
const caucasianInAya =
  'шенгелая цхакая лакербая джобая кобалая чкадуая кварацхелая пирцхелая хурцилая эбралая';

/** In: a woman's surname in -а or -я. Out: its form, or undefined where the rule is one for women and men. */
export function surnameOfWoman(name: string, grammaticalCase: NameCase): Form | undefined {
  return possessive(name) ?? adjective(name, grammaticalCase);
}

/**
 * Иванова → Ивановой, Королёва → Королёвой, Синицына → Синицыной (petrovich leaves -ёва a noun).
 * Source: Розенталь, § 151; where the man may be Калина, the woman may be Калины: ibid. (Жемчужина).
 */
function possessive(name: string): Form | undefined {
  if (!/(?:[оеё]в|[иы]н)а$/i.test(name)) return undefined;
  const isShort = /^[^аеёиоуыэюя]?[аеёиоуыэюя].а$/i.test(name); // Сова, Дина: the suffix would be the word
  const form = `${name.slice(0, -1)}ой`;
  return isShort || isOneOf(nounsLikeSurnames, name) ? doubtful(form) : sure(form);
}

/**
 * Достоевская → Достоевской, Крайняя → Крайней, Рабочая → Рабочей; but Шенгелая → Шенгелаи (Еськова 13.1).
 * Polish and Czech -ска, -цка is met declined like -ская, like a noun, and not at all.
 */
function adjective(name: string, grammaticalCase: NameCase): Form | undefined {
  if (/[сц]ка$/i.test(name)) return doubtful(`${name.slice(0, -1)}ой`);
  if (/яя$/i.test(name)) return sure(`${name.slice(0, -2)}ей`);
  if (!/ая$/i.test(name)) return undefined;
  if (isOneOf(caucasianInAya, name)) return sure(nounInA(name, grammaticalCase));
  if (/[жшщч]ая$/i.test(name) && !isOneOf('большая чужая', name)) return sure(`${name.slice(0, -2)}ей`);
  const form = `${name.slice(0, -2)}ой`;
  if (/(?:рцк|ит)ая$/i.test(name)) return doubtful(form); // Гурцкая, Читая: Georgian, said like adjectives
  if (/[кгхнвтжш]ая$/i.test(name) || isOneOf(adjectivesInHardAya, name)) return sure(form);
  return doubtful(nounInA(name, grammaticalCase));
}
