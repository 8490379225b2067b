/** One of each answer that the service can give: pages, steps, errors, files, API, assets, redirects. */
import { type Language, languages } from '#domain/language.ts';
import { isThorough } from '../support/languages.ts';
import { bodyOf, openService, postForm, postJson, type Service, templateIds } from '../support/site.ts';
import { addCase } from './case/every-page.ts';
import { Walker } from './walker.ts';

export type Answer = { what: string; response: Response; body: string };

const pages = [
  ...[
    '',
    '/online',
    '/case',
    '/about',
    '/danger',
    '/rules',
    '/glossary',
    '/clear',
    '/write',
    '/kit',
    '/online/name',
    '/nowhere',
  ],
  ...[
    '/filing',
    '/filing/sk-central/in-person',
    '/filing/gp-central/electronic-form',
    '/filing/x/post',
    '/online/handover/open',
  ],
];
const steps =
  'before complaint authority episode sources requests words name name-form reply check warning files';
export const stepIds = steps.split(' ');

let usual: Promise<Answer[]> | undefined;

/** Of the service as it is, in every language; asked for once by all who look at them. */
export function everyAnswer(): Promise<Answer[]> {
  usual ??= answersOf(openService(), languages);
  return usual;
}

export async function answersOf(service: Service, read: readonly Language[]): Promise<Answer[]> {
  const { app } = service;
  const answers: Answer[] = [];
  const add = async (what: string, asked: Response | Promise<Response>) => {
    const response = await asked;
    answers.push({ what: `${what} → ${response.status}`, response, body: await response.clone().text() });
  };
  for (const path of [
    '/',
    '/favicon.ico',
    '/healthz',
    '/openapi.json',
    '/nowhere',
    '/api',
    '/sw.js?lng=en',
    '/manifest.webmanifest?lng=ru',
    ...assetsOf(service),
  ])
    await add(path, app.request(path));
  for (const language of read) {
    for (const page of pages) await add(`/${language}${page}`, app.request(`/${language}${page}`));
    const walked = isThorough(language) ? templateIds : templateIds.slice(0, 1);
    for (const template of walked) await addWalk(service, language, template, add);
    for (const step of stepIds)
      await add(`${step} left empty in ${language}`, postForm(app, `/${language}/online/${step}`, {}));
    await add(`cleared in ${language}`, postForm(app, `/${language}/clear`, {}));
    await addCase(service, language, add);
    if (isThorough(language)) await addRefusals(service, language, add);
  }
  return answers;
}

/** Every page of a walk and every file at its end. */
async function addWalk(
  { app, site }: Service,
  language: string,
  template: string,
  add: (what: string, response: Response) => Promise<void>,
): Promise<void> {
  const walker = await Walker.open(app, `/${language}/online`);
  const { applicant, ...body } = bodyOf(template);
  const all = flat({ ...body, applicant, acknowledged: 'yes' });
  for (const step of stepIds) {
    const form: [string, string][] = [...all, ['move', 'stay']];
    await add(
      `${step} of ${template} in ${language}`,
      await postForm(app, `/${language}/online/${step}`, form),
    );
  }
  for (const format of Object.keys(site.formats))
    await add(
      `${format} of ${template}`,
      await postForm(app, `/${language}/online/file`, [...all, ['format', format]]),
    );
  await add(`print of ${template}`, await postForm(app, `/${language}/online/print`, all));
  for (const page of ['', '/review', '/file'])
    await add(
      `handover${page} of ${template}`,
      await postForm(app, `/${language}/online/handover${page}`, [...all, ['move', 'stay']]),
    );
  await add(`fields of ${template}`, await postForm(app, `/${language}/online/form`, all));
  for (const paper of ['envelope', 'inventory', 'second-copy', 'text'])
    await add(
      `paper of ${template}: ${paper}`,
      await postForm(app, `/${language}/online/paper`, [...all, ['paper', paper]]),
    );
  await add(`nothing chosen in ${language}`, await walker.press('next'));
}

async function addRefusals(
  { app, site }: Service,
  language: string,
  add: (what: string, response: Response | Promise<Response>) => Promise<void>,
): Promise<void> {
  const large = 'x'.repeat(1024 * 1024 + 1);
  const headers = { 'Accept-Language': language };
  const broken = openService({
    ...site,
    preview: () => {
      throw new Error('broken');
    },
    readingPreview: () => {
      throw new Error('broken');
    },
    formats: {
      docx: { extension: 'docx', type: 'application/x', render: () => Promise.reject(new Error('broken')) },
    },
  }).app;
  const path = `/${language}/online`;
  await add('form from elsewhere', postForm(app, `${path}/name`, {}, { 'Sec-Fetch-Site': 'cross-site' }));
  await add('form to no step', postForm(app, `${path}/nowhere`, { 'applicant.lastName': 'Иванова' }));
  await add('form too large', postForm(app, `${path}/name`, large));
  await add('page that breaks', postForm(broken, `${path}/check`, [...flat(bodyOf('crime-report-media'))]));
  for (const name of ['templates', 'templates/nowhere', 'authorities', 'episodes', 'complaints', 'nowhere'])
    await add(`/api/${name}`, app.request(`/api/${name}`, { headers }));
  for (const template of templateIds)
    await add(template, app.request(`/api/templates/${template}`, { headers }));
  await add('API: answers to mend', postJson(app, { template: 'crime-report-media' }, '', headers));
  await add('API: not JSON', postJson(app, '{', '', headers));
  await add('API: not JSON by type', postJson(app, '{}', '', { ...headers, 'Content-Type': 'text/plain' }));
  await add('API: no such format', postJson(app, '{}', 'format=rtf', headers));
  await add('API: too large', postJson(app, large, '', headers));
  await add('API: breaks', postJson(broken, bodyOf('crime-report-media'), '', headers));
}

/** A request body as the fields of a form. */
export function flat(body: Record<string, unknown>, path = ''): [string, string][] {
  return Object.entries(body).flatMap(([key, value]): [string, string][] => {
    const name = path ? `${path}.${key}` : key;
    if (Array.isArray(value) && value.every((one) => typeof one === 'string'))
      return value.map((one) => [name, one]);
    if (typeof value === 'object' && value !== null) return flat({ ...value }, name);
    return [[name, String(value)]];
  });
}

function assetsOf({ site }: Service): string[] {
  return [...site.assets.files.keys()].map((name) => `/assets/${name}`);
}
