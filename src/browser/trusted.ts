/**
 * Trusted Types (w3c.github.io/trusted-types): the page's policy allows one way from text to HTML, and it is here.
 * It is given only what the pages' own html`` tag has written, where every value is escaped.
 */

type Policy = { createHTML: (html: string) => string; createScriptURL: (url: string) => string };
type TrustedTypes = { createPolicy: (name: string, rules: Policy) => Policy };
declare global {
  var trustedTypes: TrustedTypes | undefined; // younger than the DOM types of the compiler
}

const rules: Policy = {
  createHTML: (html) => html,
  createScriptURL: (url) => {
    const { origin, pathname, search } = new URL(url, location.href);
    const ours = /^\/sw\.js(?:\?lng=[a-z]+)?$|^\/assets\/[0-9a-f]+\/[\w.-]+\.js$/.test(pathname + search);
    if (origin !== location.origin || !ours) throw new TypeError('not a script of this program');
    return url;
  },
};

const policy = globalThis.trustedTypes?.createPolicy('proverka', rules) ?? rules;

/** A whole page as a document that runs nothing and loads nothing. */
export function parsePage(html: string): Document {
  return new DOMParser().parseFromString(policy.createHTML(html), 'text/html');
}

/** The address of a script of this program; throws for any other. */
export function scriptUrl(url: string): string {
  return policy.createScriptURL(url);
}
