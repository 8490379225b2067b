/**
 * `npm run -s hash-name -- "name or domain" …` prints the hash lines for templates/law/organisations.yaml, never the name.
 * Without arguments it reads standard input, one name or domain a line: a name that is dangerous to hold then stands
 * neither in the history of the shell nor in npm's logs. A word with a dot and no space is a domain.
 */
import { text } from 'node:stream/consumers';
import { hashOfDomain, hashOfName, statusMatch } from '#domain/status-match.ts';
import { oneLine } from '#domain/text.ts';

type Hashed = { list: 'domains' | 'phrases'; hash: string };

const noMarks = { domains: [], phrases: [], wholeFields: [] };

const given = process.argv.length > 2 ? process.argv.slice(2) : await linesOfInput();
const hashed = given.map(hashLine);
for (const list of ['domains', 'phrases'] as const) {
  const hashes = new Set(hashed.filter((one) => one.list === list).map(({ hash }) => hash));
  if (hashes.size > 0)
    console.log([`  ${list}:`, ...[...hashes].map((hash) => `    - '${hash}'`)].join('\n'));
}

/** Refuses what the service would never find in a text, by its place: the words themselves are not repeated. */
function hashLine(written: string, index: number): Hashed {
  const clean = oneLine(written);
  const domain = domainOf(clean);
  const line: Hashed = domain
    ? { list: 'domains', hash: hashOfDomain(domain) }
    : { list: 'phrases', hash: hashOfName(clean) };
  if (statusMatch(clean, [{ ...noMarks, [line.list]: [line.hash] }]).length > 0) return line;
  return refuse(
    `No. ${index + 1} cannot be found in a text: give a name of one to seven words, or a domain.`,
  );
}

/** The host of a word with a dot, also where a whole page address was given. */
function domainOf(word: string): string | undefined {
  if (/\s/u.test(word)) return undefined;
  return /^(?:[a-z]+:\/\/)?([\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+)/iu.exec(word)?.[1];
}

async function linesOfInput(): Promise<string[]> {
  if (process.stdin.isTTY) {
    console.error('One name or domain a line. At the end Ctrl+D, on Windows Ctrl+Z and Enter.');
  }
  const lines = (await text(process.stdin)).split(/\r?\n/).filter((line) => line.trim() !== '');
  return lines.length > 0 ? lines : refuse('Nothing was given.');
}

function refuse(reason: string): never {
  console.error(reason);
  process.exit(1);
}
