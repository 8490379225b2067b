/** Papers for the way as an answer: one to print, or all of them as text. The walk and the case end here. */
import type { Context } from 'hono';
import { type Dispatch, type PaperKind, type PaperSheet, paperKinds } from '#domain/filing/paper.ts';
import { papersOf } from '#domain/filing/papers.ts';
import { setPolicy } from './middleware/own-policy.ts';
import type { Reader } from './parts/reader.ts';

/** The paper that `asked` names, or every one as text; made from the answers and kept nowhere. */
export function paperFile(c: Context, reader: Reader, dispatch: Dispatch, asked: string): Response {
  const kind = paperKinds.find((one) => one === asked);
  const sheet = sheetOf(reader, dispatch, kind);
  const { print, text } = reader.site.papers;
  if (kind) setPolicy(c, print.policy);
  return c.body(kind ? print.render(sheet) : text.render(sheet), 200, {
    'Content-Type': kind ? print.type : text.type,
    'Content-Disposition': kind ? 'inline' : 'attachment; filename="zayavlenie.txt"',
    'Content-Language': kind ? reader.language : 'ru',
    'Cache-Control': 'no-store',
  });
}

function sheetOf(reader: Reader, dispatch: Dispatch, kind: PaperKind | undefined): PaperSheet {
  const { t, language } = reader;
  return {
    language,
    direction: t('common.language.dir'),
    tab: t('filing.paper.tab'),
    title: kind ? t(`filing.paper.${kind}.label`) : '',
    hints: kind ? hints(reader, dispatch, kind) : [],
    papers: (kind ? [kind] : paperKinds).flatMap((one) => papersOf(one, dispatch)),
  };
}

/** What to do with the paper, in the reader's language. */
function hints({ t }: Reader, { authority, fromAbroad, applicant }: Dispatch, kind: PaperKind): string[] {
  return [
    t(`filing.paper.${kind}.how`),
    ...(kind === 'envelope' && fromAbroad ? [t('filing.paper.abroad')] : []),
    ...(kind === 'second-copy'
      ? []
      : [t(authority.address ? 'filing.paper.compare' : 'filing.paper.noAddress')]),
    ...(kind === 'envelope' && applicant ? [t('filing.paper.seen')] : []),
    t(`filing.paper.${kind}.terms`),
    t('filing.paper.notPrinted'),
  ];
}
