/** The one page of a kit: its policy, what is said until the program starts or where it cannot, and everything inline. */
import { createHash } from 'node:crypto';
import type { Language } from '#domain/language.ts';
import { html } from '#html.ts';
import type { Translate } from '#i18n.ts';

export type Insides = {
  language: Language;
  /** By name: those of some pages only are in force on these. */
  styles: readonly (readonly [name: string, text: string])[];
  /** In the order in which they run. */
  scripts: readonly string[];
  publicUrl: string | undefined;
};

/** The policy stands before everything that it rules, after the charset alone (browsers look for that in 1,024 bytes), and names what is inside by its hash: nothing else runs or is loaded. */
export function kitPage(t: Translate, { language, styles, scripts, publicUrl }: Insides): string {
  const policy = kitPolicy(
    styles.map(([, text]) => text),
    scripts,
  );
  const top = html`<!doctype html>
<html lang="${language}" dir="${t('common.language.dir')}">
<head>
<meta charset="utf-8">
`;
  const head = html`<meta name="referrer" content="no-referrer">
<meta http-equiv="x-dns-prefetch-control" content="off">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="format-detection" content="telephone=no">
<meta name="robots" content="noindex, nofollow, noarchive">
<title>${t('common.site')}</title>
`;
  const body = html`</head>
<body data-first="/${language}">
<main id="main">
<h1>${t('common.site')}</h1>
<noscript><p class="caution">${t('kit.opening.withoutScript')}</p></noscript>
<p class="kit-wait" role="status">${t('kit.opening.wait')}</p>
<h2>${t('kit.opening.stuck.title')}</h2>
<ol>${(['update', 'browser', 'device'] as const).map((one) => html`<li>${t(`kit.opening.stuck.${one}`)}</li>`)}</ol>
<p>${t('kit.opening.safe')}</p>
${publicUrl && html`<p>${t('kit.opening.site')} <bdi>${publicUrl}/kit/</bdi></p>`}
</main>
`;
  const style = styles.map(([name, text]) => element('style', text, ` data-sheet="${name}"`)).join('\n');
  const inside = scripts.map((script) => element('script', script)).join('\n');
  return `${top}<meta http-equiv="Content-Security-Policy" content="${policy}">\n${head}${style}\n${body}${inside}\n</body>\n</html>\n`;
}

function kitPolicy(styles: readonly string[], scripts: readonly string[]): string {
  return [
    "default-src 'none'",
    `script-src ${scripts.map(hashSource).join(' ')}`,
    `style-src ${styles.map(hashSource).join(' ')}`,
    "connect-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types proverka',
  ].join('; ');
}

function hashSource(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/** Text that would end its element early, or that browsers read as other text, would not be what the policy allows. */
function element(name: 'script' | 'style', text: string, attributes = ''): string {
  if (new RegExp(`</${name}|<!--|\r|\0`, 'i').test(text)) throw new Error(`a ${name} ends before its end`);
  return `<${name}${attributes}>${text}</${name}>`;
}
