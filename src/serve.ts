/** The service: environment, templates, port. Stops on SIGTERM when what is running has finished. */
import type { Server } from 'node:http';
import { flushCompileCache } from 'node:module';
import { createAdaptorServer } from '@hono/node-server';
import { BrokenContent } from '#content/finding.ts';
import { createApp } from './app.ts';
import { BrokenConfig, type Config, readConfig } from './config.ts';
import { faultLine } from './log.ts';
import { openFollowing } from './open-following.ts';
import { openLibrary } from './open-library.ts';
import { openSite } from './open-site.ts';
import { isPlainConnection } from './register/plain-connection.ts';
import { RegisterUnavailable } from './register/register.ts';
import { warmUp } from './warm-up.ts';

/** Milliseconds a request may still take after SIGTERM before its connection is cut. */
const grace = 3000;

try {
  await start(readConfig(process.env));
} catch (error) {
  if (error instanceof BrokenConfig) refuse(`The environment has to be mended:\n${error.message}`);
  if (error instanceof RegisterUnavailable) refuse(cannotOpen(error));
  if (error instanceof BrokenContent) refuse(`Files that lawyers edit have to be mended:\n${error.message}`);
  throw error;
}

async function start(config: Config): Promise<void> {
  const now = () => new Date();
  if (config.databaseUrl && isPlainConnection(config.databaseUrl))
    console.error('DATABASE_URL: the way to the database is not encrypted. Add ?sslmode=verify-full to it.');
  const library = await openLibrary();
  const logFault = (error: Error, route: string) => console.error(faultLine(error, route, now()));
  const following = await openFollowing(library, config, now, logFault);
  const site = { ...openSite(library, config, now), following };
  const app = createApp(site, logFault);
  const server = createAdaptorServer({ fetch: app.fetch });
  server.once('error', (error: NodeJS.ErrnoException) => refuse(cannotListen(config, error.code)));
  server.listen(config.port, config.host, () => {
    console.log(`Proverka: ${address(server.address())}`);
    warmUp(site, (error) => {
      if (error) logFault(error, 'warm-up');
      flushCompileCache(); // kept for the next start, even if this one is cut off
    });
  });
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => stop(server, () => following.register.close()));
}

/** Lets running requests finish, then ends; whoever never finishes asking is cut off after the grace. */
function stop(server: ReturnType<typeof createAdaptorServer>, close: () => Promise<void>): void {
  server.close(() => close().finally(() => process.exit(0)));
  if (!isHttp(server)) return;
  setInterval(() => server.closeIdleConnections(), 50).unref();
  setTimeout(() => server.closeAllConnections(), grace).unref();
}

function isHttp(server: object): server is Server {
  return 'closeAllConnections' in server;
}

function address(bound: ReturnType<Server['address']>): string {
  if (bound === null || typeof bound === 'string') return String(bound);
  return `http://${bound.family === 'IPv6' ? `[${bound.address}]` : bound.address}:${bound.port}`;
}

function cannotOpen({ reason, message }: RegisterUnavailable): string {
  const told = {
    full: 'there is no room left where the register lies',
    unreachable:
      'the register cannot be opened: see that the folder can be written, or that the database answers',
    busy: 'others hold the register; start again in a moment',
  } as const;
  return `The environment has to be mended:\n${process.env.DATABASE_URL ? 'DATABASE_URL' : 'DATA_DIR'}: ${told[reason] ?? message}`;
}

function cannotListen({ port, host }: Config, code: string | undefined): string {
  const variable =
    code === 'EADDRINUSE' || code === 'EACCES'
      ? `PORT: cannot listen on ${port}`
      : `HOST: cannot listen on ${host}`;
  return `The environment has to be mended:\n${variable} (${code})`;
}

function refuse(reason: string): never {
  console.error(reason);
  process.exit(1);
}
