/** What only a court does is not offered for a document that lies with an office. */
import { describe, expect, it } from 'vitest';
import { openService, postForm } from '../../support/site.ts';
import { readPage } from '../page.ts';
import { fullCase } from './every-page.ts';

const { app } = openService();

describe('what a court does', () => {
  const kept = JSON.stringify(fullCase());
  const choices = async (page: string, id: string, name: string) => {
    const response = await postForm(app, `/ru/case/${page}`, { case: kept, move: `open:${id}` });
    const { controls } = readPage(await response.text());
    return controls.filter((one) => one.name === name).map(({ value }) => value);
  };

  it.each([
    ['answer', 'saying'],
    ['event', 'kind'],
  ])('is offered on the page %s for a document before a court alone', async (page, name) => {
    expect(await choices(page, 'second', name)).toContain('ruling');
    expect(await choices(page, 'first', name)).not.toContain('ruling');
  });
});
