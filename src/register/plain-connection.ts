/** Does what goes to the database travel in clear over a network? Then whoever watches the line reads all that lies in clear. */

/** Modes in which the driver speaks TLS and looks at the certificate. */
const guarded = ['prefer', 'require', 'verify-ca', 'verify-full'];

export function isPlainConnection(databaseUrl: string): boolean {
  const { hostname, searchParams } = new URL(databaseUrl);
  const host = searchParams.get('host') ?? decodeURIComponent(hostname);
  const isHere = host === '' || host.startsWith('/') || /^(localhost|127\.[\d.]+|\[?::1\]?)$/.test(host);
  return !isHere && !guarded.includes(searchParams.get('sslmode') ?? '');
}
