import { describe, expect, it } from 'vitest';
import { plain } from '#domain/document.ts';
import { authoritiesFor } from '#domain/library.ts';
import { blockText, documentOf, documentText, library, templateIds, templateOf } from '../support/library.ts';

const media = 'crime-report-media';
const statements = 'crime-report-statements';
const appeal = 'prosecutor-appeal';

describe('every crime report (УПК 141)', () => {
  it.each([media, statements])('%s carries the warning of УК 306 with a signature of its own', (id) => {
    const document = documentOf(id);
    expect(blockText(document, 'warning306')).toMatch(
      /заведомо ложный донос .*ст\. 306 УК РФ.* предупреждена\.$/u,
    );
    expect(blockText(document, 'warning306-signature')).toBe('М. А. Иванова');
  });

  it.each([
    ['male', 'предупреждён'],
    ['female', 'предупреждена'],
    ['unstated', 'предупреждён(а)'],
  ])('in the gender of the person: %s, %s', (gender, expected) => {
    const text = blockText(documentOf(media, { applicant: { gender } }), 'warning306');
    expect(text).toMatch(new RegExp(`${expected.replaceAll(/[()]/g, '\\$&')}\\.$`, 'u'));
  });

  it('says that it asserts nobody’s guilt and rests on what was published (УПК 148 ч. 2, УК 306)', () => {
    for (const id of [media, statements]) {
      expect(blockText(documentOf(id), 'basis')).toContain(
        'не содержит утверждений о виновности конкретных лиц',
      );
    }
  });

  it('asks for a decision under УПК 145, not for an answer under 59-ФЗ', () => {
    for (const id of [media, statements]) {
      const text = blockText(documentOf(id), 'petition');
      expect(text).toMatch(/не рассматрива[^.]* обращени/u);
      expect(text).toContain('ст. 145 УПК РФ');
    }
  });

  it('asks, whatever office it goes to, that those below do not check themselves', () => {
    for (const id of templateIds) {
      for (const { id: authority } of authoritiesFor(library, templateOf(id))) {
        const document = documentOf(id, { authority });
        const petition = document.blocks.find((block) => block.id === 'petition');
        const items =
          petition?.kind === 'list' ? petition.items.filter((item) => item.id === 'elsewhere') : [];
        expect([id, authority, items.length]).toEqual([id, authority, 1]);
        expect(plain(items[0]?.text ?? [])).toMatch(
          /не\u00a0передавать|не\u00a0следственным органам|вышестоящ/iu,
        );
      }
    }
  });
});

describe('an appeal to the prosecutor', () => {
  it('carries no warning of УК 306 and asks for no case to be opened', () => {
    const document = documentOf(appeal);
    expect(document.blocks.map(({ id }) => id)).not.toContain('warning306');
    expect(documentText(document)).not.toContain('возбудить уголовное дело');
    expect(blockText(document, 'petition')).toContain('п. 2 ч. 2 ст. 37');
  });
});
