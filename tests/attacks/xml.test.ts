/** XML typed by a person stays words: no element, no entity and no file of the server gets into a DOCX. */
import { describe, expect, it } from 'vitest';
import { expectInert, expectNoName } from './inert.ts';
import { readXml } from './well-formed.ts';

describe.each([
  '</w:t></w:r></w:p><w:p/>',
  '<w:br w:type="page"/>',
  '<w:instrText>DDEAUTO c:\\x</w:instrText>',
  ']]>',
  '<![CDATA[<w:p/>]]>',
  '<!ENTITY xxe SYSTEM "file:///etc/passwd">',
  '&xxe; &amp; &#x41; &#0;',
  '<?xml version="1.0"?><?x?>',
  '--><!-- <!DOCTYPE x>',
  '<a xmlns="urn:x" b=\'c\'/>',
])('somebody types %s', (attack) => {
  it('and every format shows it as it is', () => expectInert(attack));
  it('and it is no name', () => expectNoName(attack));
});

it.each([
  '<a>',
  '<a></b>',
  '<a b=c/>',
  '<a>&x;</a>',
  '<a>&</a>',
  '<a b="<"/>',
  '<a>\u0001</a>',
  '<a>\ufffe</a>',
  '</a>',
])('the reader of these tests stumbles over %o', (xml) => {
  expect(readXml(xml).fault).toBeDefined();
});
