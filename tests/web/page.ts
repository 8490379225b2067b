/** Reads a page of ours as a browser without JavaScript does: its form, its buttons, its links. Knows our HTML only. */

export type Control = { name: string; type: string; value: string; checked: boolean };
export type Button = { name: string; value: string; text: string; formaction: string | undefined };
export type Page = {
  html: string;
  title: string;
  heading: string;
  language: string;
  /** Address the form `step` posts to; empty where the page has none. */
  action: string;
  controls: Control[];
  buttons: Button[];
  links: { href: string; text: string }[];
  ids: string[];
  /** Sentences of the error summary. */
  errors: string[];
};

type Tag = { name: string; attributes: Map<string, string>; end: number };

const tag = /<([a-z][a-z0-9]*)((?:\s+[^\s=>"'/]+(?:="[^"]*")?)*)\s*>/g;

export function readPage(html: string): Page {
  const tags = tagsOf(html);
  const form = /<form\b[\s\S]*?<\/form>/.exec(html);
  const inForm = ({ end }: Tag) => form !== null && end > form.index && end <= form.index + form[0].length;
  const owned = (one: Tag) => (one.attributes.get('form') ?? (inForm(one) ? 'step' : '')) === 'step';
  const summary = /<div class="error-summary"[\s\S]*?<\/div>/.exec(html)?.[0] ?? '';
  return {
    html,
    title: textOf(/<title>([\s\S]*?)<\/title>/.exec(html)?.[1] ?? ''),
    heading: textOf(/<h1>([\s\S]*?)<\/h1>/.exec(html)?.[1] ?? ''),
    language: /<html lang="([^"]*)"/.exec(html)?.[1] ?? '',
    action: tags.find(({ name }) => name === 'form')?.attributes.get('action') ?? '',
    controls: tags.filter(owned).flatMap((one) => controlOf(one, html)),
    buttons: tags.filter((one) => one.name === 'button' && owned(one)).map((one) => buttonOf(one, html)),
    links: tags
      .filter(({ name, attributes }) => name === 'a' && attributes.has('href'))
      .map((one) => ({ href: one.attributes.get('href') ?? '', text: inside(one, html) })),
    ids: tags.flatMap(({ attributes }) => attributes.get('id') ?? []),
    errors: [...summary.matchAll(/<li>([\s\S]*?)<\/li>/g)].map(([, item = '']) => textOf(item)),
  };
}

/** Every opening tag in order, with its attributes as a browser reads them. */
export function tagsOf(html: string): Tag[] {
  return [...html.matchAll(tag)].map(({ 0: whole, 1: name = '', 2: written = '', index }) => ({
    name,
    attributes: new Map(
      [...written.matchAll(/([^\s=]+)(?:="([^"]*)")?/g)].map(([, key = '', value = '']) => [
        key,
        unescapeHtml(value),
      ]),
    ),
    end: index + whole.length,
  }));
}

/** The words of a stretch of HTML, without its tags. */
export function textOf(html: string): string {
  return unescapeHtml(html.replace(/<[^>]*>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim();
}

function controlOf({ name, attributes, end }: Tag, html: string): Control[] {
  const field = attributes.get('name') ?? '';
  if (name === 'textarea') {
    const text = html.slice(end, html.indexOf('</textarea>', end)).replace(/^\n/, '');
    return [{ name: field, type: 'textarea', value: unescapeHtml(text), checked: true }];
  }
  if (name !== 'input') return [];
  const type = attributes.get('type') ?? 'text';
  const checked = (type !== 'radio' && type !== 'checkbox') || attributes.has('checked');
  return [{ name: field, type, value: attributes.get('value') ?? '', checked }];
}

function buttonOf(one: Tag, html: string): Button {
  const { attributes } = one;
  return {
    name: attributes.get('name') ?? '',
    value: attributes.get('value') ?? '',
    text: inside(one, html),
    formaction: attributes.get('formaction'),
  };
}

function inside({ name, end }: Tag, html: string): string {
  return textOf(html.slice(end, html.indexOf(`</${name}>`, end)));
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

function unescapeHtml(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => named[name] ?? '');
}
