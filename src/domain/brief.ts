/** What the version for a portal with a limit says in a few words: requests, sources, facts. */
import { shareKind } from './act-kinds.ts';
import { citeBriefly, cut } from './citation.ts';
import type { Complaint } from './complaint.ts';
import type { Run } from './document.ts';
import type { ReportFilling } from './report-words.ts';
import { typeset } from './typography.ts';

/** «1) …; 2) …»; one alone has no number. */
export function requestsBriefly({ template, requests }: Complaint): string {
  const brief = requests.map((id) => template.matter.requests[id]?.short ?? '');
  return brief.length === 1 ? brief.join() : brief.map((text, at) => `${at + 1}) ${text}`).join('; ');
}

/** As many as there is room for, and «и др.». */
export function sourcesBriefly({ complaint, briefSources }: ReportFilling): string {
  const ours = complaint.sources.map((source) => typeset(citeBriefly(source)));
  const all = [...ours, ...complaint.ownSources.map((source) => citeBriefly(source))];
  const more = all.length > briefSources ? typeset(' и др.') : '';
  return all.slice(0, briefSources).join('; ') + more;
}

/** The sentence of the episode, or the beginning of the person's own account. */
export function factsBriefly({ complaint, briefLength }: ReportFilling): Run {
  const { episode, template, reports } = complaint;
  if (episode.open) return { text: cut((reports ?? '').replace(/\n+/g, ' '), briefLength), own: true };
  const fitting = episode.short.filter(({ kinds }) => shareKind(kinds, template.matter.acts));
  return { text: typeset(fitting.map(({ text }) => text.ru).join(' ')) };
}
