/** `/kit/`: the page about the offline kit in the reader's language, its files, their signatures and the key. */
import { type Context, Hono } from 'hono';
import type { Language } from '#domain/language.ts';
import { acceptsBrotli, languageOf } from './negotiate.ts';
import { kitPage } from './pages/kit.ts';
import type { KitFile, Site } from './site.ts';

export function kitRoutes(site: Site): Hono {
  const app = new Hono({ strict: false });
  app.get('/', (c) => {
    c.header('Vary', 'Accept-Language');
    return showKit(c, site, languageOf(c.req.raw.headers));
  });
  app.get('/key.pub', async (c) => {
    const key = (await site.kit?.())?.publicKey;
    return key ? save(c, 'key.pub', 'application/x-pem-file', key.pem) : c.notFound();
  });
  for (const language of site.languages) {
    const name = `${language}.html`;
    const file = async () => (await site.kit?.())?.files.get(language);
    app.get(`/${name}`, async (c) => {
      const found = await file();
      return found ? saveFile(c, name, found) : c.notFound();
    });
    app.get(`/${name}.sig`, async (c) => {
      const signature = (await file())?.signature;
      return signature ? save(c, `${name}.sig`, 'application/octet-stream', signature) : c.notFound();
    });
  }
  return app;
}

/** The same page below the reader's language, which links lead to. */
export async function showKit(c: Context, site: Site, language: Language): Promise<Response> {
  const kit = await site.kit?.();
  return kit ? c.html(String(kitPage(site, language, kit))) : c.notFound();
}

/** To save, never to open here: below this site's address it would be one of its pages. The name tells nothing. */
function saveFile(c: Context, name: string, { body, brotli, type }: KitFile): Response {
  const compressed = acceptsBrotli(c.req.raw.headers) ? brotli : undefined;
  if (compressed) c.header('Content-Encoding', 'br');
  c.header('Vary', 'Accept-Encoding');
  return save(c, name, type, compressed ?? body);
}

function save(c: Context, name: string, type: string, body: string | Uint8Array<ArrayBuffer>): Response {
  return c.body(body, 200, {
    'Content-Type': type,
    'Content-Disposition': `attachment; filename="${name}"`,
  });
}
