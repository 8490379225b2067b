/** To whom: offices of the right kind; local bodies stand apart, with the reason. */
import type { Authority } from '#domain/authority.ts';
import { authoritiesFor } from '#domain/library.ts';
import { type Html, html, nothing } from '#html.ts';
import { type Option, radios } from '../../parts/fields.ts';
import { provenanceLine } from '../../parts/provenance.ts';
import { value } from '../draft.ts';
import { errorOf } from '../errors.ts';
import type { Step, View } from '../step.ts';

export const authority: Step = {
  id: 'authority',
  fields: ['authority'],
  title: 'walk.authority.title',
  body,
};

function body(view: View): Html {
  const { t, site, template, draft } = view;
  const offices = template ? authoritiesFor(site.library, template) : [];
  const [first] = offices;
  const chosen = value(draft, 'authority') || first?.id || '';
  const local = offices.filter((one) => one.offByDefault);
  return html`${radios({
    name: 'authority',
    label: t('walk.authority.legend'),
    error: errorOf(view, 'authority'),
    value: chosen,
    options: offices.filter((one) => !one.offByDefault).map((one) => option(view, one)),
  })}
${
  local.length > 0 &&
  html`<details class="local" ${local.some(({ id }) => id === chosen) ? html`open` : nothing}><summary>${t('walk.authority.local')}</summary>
${local.map((one) => html`<p class="caution">${one.offByDefault?.[view.language]}</p>`)}
${radios({ name: 'authority', id: 'f-authority-local', label: t('walk.authority.localLegend'), value: chosen, options: local.map((one) => option(view, one)) })}
</details>`
}`;
}

function option({ t, language, today }: View, office: Authority): Option {
  const name = office.name[language];
  return {
    value: office.id,
    label:
      language === 'ru'
        ? name
        : html`${name} <span lang="ru" dir="ltr" class="russian-name">${office.name.ru}</span>`,
    hint: html`<p>${
      office.address
        ? html`<span lang="ru" dir="ltr">${office.address.text}</span>`
        : t('walk.authority.noAddress')
    }</p>
${office.notes && html`<p>${office.notes[language]}</p>`}`,
    more: { label: t('common.more'), text: provenanceLine(t, language, office.address ?? office, today) },
  };
}
