/** Words that stand in every field that a person may fill, and in no other place of the world: where one turns up, it leaked. */
import { randomBytes } from 'node:crypto';

export const canaries = {
  lastName: 'Жаворонкова',
  firstName: 'Сусанна',
  address: '614999, г. Пермь, Потаённая улица, д. 93',
  email: 'susanna.zhavoronkova@example.net',
  phone: '+7 902 555-81-37',
  ownWords: 'Их увезли к мельнице за Кривым оврагом',
  region: 'Заполярная волость',
  contact: 'мессенджер: тихая-выпь',
  note: 'Позвонить сестре Глафире после заката',
  registration: 'КРСП-7719-сойка',
  scanName: 'ответ-иволга.pdf',
  scan: 'BT (Otvet iz prokuratury: zimorodok) Tj ET',
  secondRegion: 'Подгорный кантон',
  secondContact: 'почта: drugaya-chaika@example.net',
  secondNote: 'Спросить у Варфоломея про свидетеля',
  secondRegistration: 'КУСП-3358-зяблик',
  thirdNote: 'Ключи у соседки Пульхерии',
  thirdRegion: 'Дальний хутор',
  importedRegion: 'Степной аймак',
  importedNote: 'Принесла бумагу тётя Аполлинария',
  importedRegistration: 'КРСП-1204-щегол',
  searched: 'вх-6048-дрозд у мельника',
  wrongPassword: 'кукушка-не-тот-пароль-41',
  wrongPassphrase: 'неверная фраза про козодоя 52',
  lostAddress: 'koshachya-ptica-na-adrese',
} as const;

/** Days that no audit entry and no status shares: weeks stand in clear, these must not. `today` is the day of the raid. */
export function exactDays(today: Date) {
  const before = (days: number) => {
    const day = new Date(today);
    day.setUTCDate(day.getUTCDate() - days);
    return day.toISOString().slice(0, 10);
  };
  return {
    filed: before(40),
    registered: before(33),
    importedFiled: before(61),
    importedRegistered: before(55),
  };
}

/** Something that this machine has never seen. */
export function secretWord(): string {
  return `tajna-${randomBytes(9).toString('hex')}`;
}

/** A word as it could lie on a disk: in other encodings, escaped, and in the middle of something longer in base64. */
export function formsOf(word: string | Uint8Array): Buffer[] {
  const bytes = Buffer.from(word);
  const plain: Buffer[] = [bytes];
  if (typeof word === 'string') {
    plain.push(Buffer.from(word, 'utf16le'));
    const escaped = JSON.stringify(word)
      .slice(1, -1)
      .replace(/[^\x20-\x7e]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
    plain.push(Buffer.from(escaped), Buffer.from(encodeURIComponent(word)), Buffer.from(escape(word)));
    plain.push(Buffer.from(new URLSearchParams({ a: word }).toString().slice(2)));
  }
  const hex = bytes.toString('hex');
  return [
    ...plain,
    Buffer.from(hex),
    Buffer.from(hex.toUpperCase()),
    ...plain.slice(0, 2).flatMap(inBase64),
  ].filter(({ length }) => length >= 5);
}

/** Wherever it begins within a group of three bytes; the letters that neighbours would change are left out. */
function inBase64(bytes: Buffer): Buffer[] {
  return [0, 1, 2].flatMap((shift) => {
    const all = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64');
    const inner = all
      .slice(shift === 0 ? 0 : 4)
      .replace(/=+$/, '')
      .slice(0, -1);
    return [Buffer.from(inner), Buffer.from(inner.replaceAll('+', '-').replaceAll('/', '_'))];
  });
}

/** Names of those that are found. */
export function found(words: Readonly<Record<string, string | Uint8Array>>, loot: Buffer): string[] {
  return Object.entries(words).flatMap(([name, word]) =>
    [...new Map(formsOf(word).map((form) => [form.toString('latin1'), form])).values()].some((form) =>
      loot.includes(form),
    )
      ? [name]
      : [],
  );
}
