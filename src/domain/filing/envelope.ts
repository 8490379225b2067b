/** The label for an envelope: sender above at the left, addressee below at the right, as the Russian post wants it. */
import { fullName } from '../applicant.ts';
import { headingLine } from '../heading.ts';
import { typeset } from '../typography.ts';
import { inLatin } from './latin.ts';
import { type Dispatch, own, type Paper, type PaperBlock, type PaperField, words } from './paper.ts';

/** From abroad a label in both scripts, and one for a person in Russia who posts it. */
export function envelopes(dispatch: Dispatch): Paper[] {
  const label = (id: string, language: Paper['language'], blocks: PaperBlock[]): Paper => ({
    id,
    language,
    frame: true,
    copies: 1,
    blocks,
  });
  const russian = label('envelope', 'ru', [sender(dispatch), addressee(dispatch)]);
  if (!dispatch.fromAbroad) return [russian];
  return [label('envelope-abroad', 'en', [latinSender(dispatch), bothScripts(dispatch)]), russian];
}

/** «Кому» and «Куда» of the office, its postcode apart. */
function addressee({ authority }: Dispatch): PaperBlock {
  const { postcode, rest } = apart(authority.address?.text);
  return {
    kind: 'address',
    side: 'to',
    fields: [
      { label: 'Кому', value: words(typeset(authority.dative)) },
      rest === undefined ? { label: 'Куда', blank: 3 } : { label: 'Куда', value: words(typeset(rest)) },
    ],
    postcode: postcode ?? '',
  };
}

function sender({ applicant }: Dispatch): PaperBlock {
  return {
    kind: 'address',
    side: 'from',
    fields: applicant
      ? [
          { label: 'От кого', value: own(headingLine(applicant).name) },
          { label: 'Откуда', value: own(applicant.address) },
        ]
      : [
          { label: 'От кого', blank: 2 },
          { label: 'Откуда', blank: 3 },
        ],
  };
}

/** Names go by the passport's rules; an address typed in Latin letters stays as it is. */
function latinSender({ applicant }: Dispatch): PaperBlock {
  return {
    kind: 'address',
    side: 'from',
    fields: applicant
      ? [
          { label: 'From', value: own(inLatin(fullName(applicant))) },
          { label: 'Address', value: own(inLatin(applicant.address)) },
        ]
      : [
          { label: 'From', blank: 2 },
          { label: 'Address', blank: 3 },
        ],
  };
}

/** In Russian for the post of Russia, in Latin letters for the post on the way; the country last. */
function bothScripts({ authority }: Dispatch): PaperBlock {
  const { postcode, rest } = apart(authority.address?.text);
  const where = (text: (russian: string) => string): PaperField[] =>
    rest === undefined ? [{ label: '', blank: 2 }] : [{ label: '', value: words(text(rest)) }];
  return {
    kind: 'address',
    side: 'to',
    fields: [
      { label: 'To', value: words(authority.name.en) },
      ...where(inLatin),
      { label: '', value: words([postcode, 'RUSSIA'].filter(Boolean).join(' ')) },
      { label: 'Кому', value: words(typeset(authority.dative)) },
      ...where(typeset),
      { label: '', value: words([postcode, 'РОССИЯ'].filter(Boolean).join(' ')) },
    ],
  };
}

/** The postcode stands in a frame of its own. */
function apart(address: string | undefined): { postcode: string | undefined; rest: string | undefined } {
  const [, postcode, rest] = /^(\d{6}),?\s*(.*)$/u.exec(address ?? '') ?? [];
  return { postcode, rest: rest ?? address };
}
