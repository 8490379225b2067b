/**
 * Counts that an organisation shows to everybody: small ones left out, and only where it has switched them on. There is
 * nothing here of one that has not, and nothing tells whether it exists. The API has the same as JSON.
 */
import { Hono } from 'hono';
import type { Language } from '#domain/language.ts';
import { type MemberOrganisation, shownName, showsStatistics } from '#domain/register/member-organisation.ts';
import { html } from '#html.ts';
import { layout } from '../parts/layout.ts';
import type { Following, Site } from '../site.ts';
import { type Told, toldCounts } from './counts.ts';
import { statisticsSections } from './sections.ts';

/** Below `/{lng}/statistics`. */
export function statisticsPages(site: Site, following: Following, language: Language): Hono {
  const app = new Hono({ strict: false });
  app.get('/:organisation', async (c) => {
    const found = await shown(c.req.param('organisation'), site, following);
    return found ? c.html(String(page(site, language, found))) : c.notFound();
  });
  return app;
}

type Shown = { organisation: MemberOrganisation; told: Told };

async function shown(id: string, site: Site, following: Following): Promise<Shown | undefined> {
  const organisation = await following.register.organisations.get(id);
  if (!organisation || !showsStatistics(organisation)) return undefined;
  return { organisation, told: await toldCounts(following, id, site.today(), { exact: false }) };
}

function page(site: Site, language: Language, { organisation, told }: Shown) {
  const t = site.texts(language);
  const reader = { site, language, t, today: site.today() };
  const name = shownName(organisation, language);
  return layout({
    site: { ...site, languages: site.languages.filter((one) => one === 'ru' || one === 'en') },
    language,
    t,
    title: t('desk.statistics.title'),
    path: `/statistics/${organisation.id}`,
    style: 'desk.css',
    main: html`<h1>${t('desk.statistics.title')}</h1>
${name && html`<p class="lead">${t('desk.statistics.collected', { name })}</p>`}
<p>${t('desk.statistics.publicText')}</p>
<p><a href="/api/organisations/${organisation.id}/statistics?by=authority,template,month">${t('desk.statistics.json')}</a></p>
${statisticsSections(reader, told)}`,
  });
}
