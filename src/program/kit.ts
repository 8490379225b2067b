/** The offline kit: for each language one file with everything in it. The same sources and settings give the same bytes. */
import { createHash, createPublicKey, type KeyObject, sign } from 'node:crypto';
import type { Language } from '#domain/language.ts';
import type { Locales } from '#i18n.ts';
import type { Kit, KitFile, Site } from '#web/site.ts';
import { bundle } from './bundle.ts';
import { kitPage } from './kit-page.ts';
import { partScript, partsOf } from './parts-of.ts';

const encoder = new TextEncoder();

/** Every file begins in its own language and holds Russian, which is filed, and English, in which most helpers meet. `key` signs them, where there is one. */
export async function makeKit(site: Site, locales: Locales, key: KeyObject | undefined): Promise<Kit> {
  const { content, languages } = partsOf(site, locales, 'kit');
  const insides = {
    styles: [
      ['site.css', `${asset(site, 'site.css')}\n${asset(site, 'kit.css')}`],
      ['case.css', asset(site, 'case.css')],
      ['filing.css', asset(site, 'filing.css')],
    ] as const,
  };
  const law = partScript(content);
  const program = [asset(site, 'site.js'), asset(site, 'sealing.js'), await bundle()];
  const words = new Map(languages.map((part) => [part.language, partScript(part)]));
  const files = site.languages.map((language) => {
    const held = new Set<Language>(['ru', language, 'en']);
    const scripts = [law, ...[...held].flatMap((one) => words.get(one) ?? []), ...program];
    const page = kitPage(site.texts(language), { ...insides, scripts, language, publicUrl: site.publicUrl });
    return [language, kitFile(encoder.encode(page), key)] as const;
  });
  return { files: new Map(files), publicKey: key && published(key) };
}

function kitFile(body: Uint8Array<ArrayBuffer>, key: KeyObject | undefined): KitFile {
  return {
    body,
    type: 'text/html; charset=utf-8',
    sha256: createHash('sha256').update(body).digest('hex'),
    signature: key && new Uint8Array(sign(null, body, key)),
  };
}

/** The fingerprint is SHA-256 of the key in DER, as `openssl pkey -pubin -outform DER | openssl sha256` gives it. */
function published(key: KeyObject): NonNullable<Kit['publicKey']> {
  const publicKey = createPublicKey(key);
  const der = publicKey.export({ type: 'spki', format: 'der' });
  return {
    pem: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    fingerprint: createHash('sha256').update(der).digest('hex'),
  };
}

function asset({ assets }: Site, name: string): string {
  const file = assets.files.get(assets.href(name).replace('/assets/', ''));
  if (!file) throw new Error(`no asset ${name}`);
  return new TextDecoder().decode(file.body);
}
