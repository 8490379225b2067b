/** A scan of an answer: what a camera wrote beside the picture goes, the picture stays, and it lies sealed for two. */
import { beforeEach, describe, expect, it } from 'vitest';
import { pressTo } from '../case/keeper.ts';
import { textOf } from '../page.ts';
import { comingBack, explained, openSharing, readByOrganisation, type Sharing, shareWith } from './filer.ts';
import { jpegWithPlace, pdf, pngWithText } from './pictures.ts';

let service: Sharing;
let code: string;
beforeEach(async () => {
  service = await openSharing();
  code = await shareWith(await explained(service));
});

async function add(bytes: Uint8Array<ArrayBuffer>, name: string): Promise<Response> {
  const form = new FormData();
  form.set('code', code);
  form.set('move', 'next');
  form.set('file', new File([bytes], name));
  return service.app.request('/ru/share/scan', { method: 'POST', body: form });
}

describe('somebody who adds a scan', () => {
  it('is asked for a file, and told what is taken out of it', async () => {
    const walker = await comingBack(service, code);
    await pressTo(walker, '/share/scan');
    expect(textOf(walker.html)).toContain('место, время, название телефона');
    expect(walker.sent('case')).toEqual([]);
    expect(walker.sent('code')).toEqual([code]);
  });

  it.each([
    ['jpg', jpegWithPlace(), 'image/jpeg'],
    ['png', pngWithText(), 'image/png'],
    ['pdf', pdf(), 'application/pdf'],
  ] as const)(
    'gets a %s back by the code, and the organisation opens it too',
    async (extension, bytes, type) => {
      const response = await add(bytes, `Отказ.${extension}`);
      const html = await response.text();
      expect(textOf(html)).toContain('Снимок добавлен');
      expect(textOf(html)).toContain(`Отказ.${extension}`);
      const [read] = await readByOrganisation(service);
      expect(read?.scans).toMatchObject([{ name: `Отказ.${extension}`, type }]);
      const walker = await comingBack(service, code);
      const file = await walker.press(`Отказ.${extension}`);
      expect(file.headers.get('Content-Disposition')).toBe(`attachment; filename="scan-1.${extension}"`);
      const opened = Buffer.from(await file.arrayBuffer());
      expect(opened.toString('latin1')).not.toMatch(/GPS|Pixel|Secret/);
      if (type === 'application/pdf') expect(opened.equals(Buffer.from(bytes))).toBe(true);
      const actor = { organisation: 'archive', person: 'nobody', role: 'coordinator' } as const;
      for await (const { id, scans } of service.register.cases.each(actor)) {
        const sealed = await service.register.cases.scan(actor, id, scans[0]?.id ?? '');
        const forThem = sealed && (await service.sealing.openBytes(sealed, service.archive.key.identity));
        expect(forThem && opened.equals(forThem)).toBe(true);
        expect(Buffer.from(sealed ?? []).includes(opened.subarray(0, 20))).toBe(false);
      }
    },
  );

  it.each([
    ['nothing', new Uint8Array(), 'Выберите файл'],
    ['a program', new Uint8Array([0x4d, 0x5a, 0x90, 0x00]), 'Это не PDF'],
    ['half a picture', jpegWithPlace().slice(0, 40), 'Снимок повреждён'],
    ['a film', new Uint8Array(700 * 1024 + 1), 'Файл слишком большой'],
  ] as const)('is told what is wrong with %s', async (_, bytes, told) => {
    const response = await add(bytes, 'file.jpg');
    expect(response.status).toBe(422);
    expect(textOf(await response.text())).toContain(told);
    expect((await readByOrganisation(service))[0]?.scans).toEqual([]);
  });

  it('sends changes first where there are any', async () => {
    const walker = await comingBack(service, code);
    await pressTo(walker, '/share/case/event', 'open:');
    walker.choose('kind', 'answered');
    walker.type('date', '2026-10-08');
    await walker.press('next');
    await pressTo(walker, '/share/scan');
    expect(textOf(walker.html)).toContain('Сначала отправьте изменения');
    expect(walker.sent('case')[0]).toContain('2026-10-08');
  });
});
