/** Reads XML as strictly as a word processor does, and tells what it would stumble over. */

const markup = /<(?:\?[^?]*\?|(\/?)([\w:]+)((?:\s+[\w:]+="[^"<]*")*)\s*(\/?))>/y;
const text = /[^<]+/y;
const entity = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i;
const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

export type Xml = { elements: string[]; fault: string | undefined };

/** Names of the elements in order, and the first fault. */
export function readXml(xml: string): Xml {
  const elements: string[] = [];
  const open: string[] = [];
  const at = (index: number) => ({ elements, fault: `at ${index}: ${xml.slice(index, index + 60)}` });
  if (forbidden.test(xml)) return at(forbidden.exec(xml)?.index ?? 0);
  for (let index = 0; index < xml.length; ) {
    const pattern = xml[index] === '<' ? markup : text;
    pattern.lastIndex = index;
    const [whole, closing, name, attributes = '', empty] = pattern.exec(xml) ?? [];
    if (whole === undefined) return at(index);
    if (entity.test(name === undefined ? whole : attributes)) return at(index);
    if (closing === '/' && open.pop() !== name) return at(index);
    if (name !== undefined && closing === '') {
      elements.push(name);
      if (empty === '') open.push(name);
    }
    index += whole.length;
  }
  return { elements, fault: open.length > 0 ? `never closed: ${open.join(' ')}` : undefined };
}
