/**
 * From the first key on the browser loads nothing more for this page: no image, style, script or frame, not even from this
 * site, whose addresses could carry a word. A second policy beside the one of the page (CSP 3, section 3.3), and both hold.
 */
const policy = ["default-src 'none'", "base-uri 'none'", "form-action 'none'"].join('; ');

export function loadNothingMore(): void {
  const meta = document.createElement('meta');
  meta.httpEquiv = 'Content-Security-Policy';
  meta.content = policy;
  document.head.append(meta);
}
