/** The API on one plain page, for people who write programs. */

import { exampleBody } from '#domain/example.ts';
import type { Language } from '#domain/language.ts';
import { type Html, html, nothing } from '#html.ts';
import { registerCalls } from '../api/filings/table.ts';
import { timelineExample } from '../api/openapi-timeline.ts';
import type { Site } from '../site.ts';
import { simplePage } from './simple.ts';

export function apiPage(site: Site, language: Language): Html {
  const t = site.texts(language);
  const [template] = site.library.templates.values();
  const rows = [
    ['GET /api/templates', 'templates'],
    ['GET /api/templates/{id}', 'template'],
    ['GET /api/authorities', 'authorities'],
    ['GET /api/authorities/{id}/channels', 'channels'],
    ['GET /api/episodes', 'episodes'],
    [`POST /api/complaints?format=${Object.keys(site.formats).join('|')}`, 'complaints'],
    ['POST /api/timeline?format=json|ics', 'timeline'],
    ['GET /api/case-schema', 'caseSchema'],
    ['GET /openapi.json', 'openapi'],
    ['GET /healthz', 'health'],
  ] as const;
  const body = html`<p class="lead">${t('api.lead')}</p>
<dl class="calls">${rows.map(([call, about]) => html`<dt><code>${call}</code></dt><dd>${t(`api.calls.${about}`)}</dd>`)}</dl>
<h2>${t('api.example')}</h2>
<pre tabindex="0"><code>${template ? JSON.stringify(exampleBody(site.library, template, site.today()), null, 2) : ''}</code></pre>
<h2>${t('api.blank.title')}</h2>
<p><code>"blank": true</code></p>
<p>${t('api.blank.text')}</p>
<h2>${t('api.timeline.title')}</h2>
<p>${t('api.timeline.text')}</p>
<pre tabindex="0"><code>${JSON.stringify(timelineExample(site), null, 2)}</code></pre>
${
  site.following
    ? html`<h2>${t('api.register.title')}</h2>
<p>${t('api.register.text')}</p>
<ul class="calls">${registerCalls().map((call) => html`<li><code>${call}</code></li>`)}</ul>`
    : nothing
}
<h2>${t('api.errors.title')}</h2>
<p>${t('api.errors.text')}</p>`;
  return simplePage(site, language, t('api.title'), body, undefined);
}
