/** Starts the service: environment, templates, port. Stops on SIGTERM when what is running has finished. */
import { serve } from '@hono/node-server';
import { BrokenContent } from '#content/finding.ts';
import { createApp } from './app.ts';
import { BrokenConfig, readConfig } from './config.ts';
import { openSite } from './open-site.ts';

const [major = 0] = process.versions.node.split('.').map(Number);
if (major < 24)
  refuse(`Node ${process.versions.node} is too old: start with "npm start", which brings Node 24.`);

try {
  const config = readConfig(process.env);
  const app = createApp(
    openSite(config, () => new Date()),
    logError,
  );
  const server = serve(
    { fetch: app.fetch, port: config.port, hostname: config.host },
    ({ address, port, family }) => {
      console.log(`Proverka: http://${family === 'IPv6' ? `[${address}]` : address}:${port}`);
    },
  );
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => server.close(() => process.exit(0)));
  }
} catch (error) {
  if (error instanceof BrokenConfig) refuse(`The environment has to be mended:\n${error.message}`);
  if (error instanceof BrokenContent) refuse(`Files that lawyers edit have to be mended:\n${error.message}`);
  throw error;
}

/**
 * One line a fault: its kind, its route and the lines of code. The message is left out, because a parser's message
 * may quote what a person typed.
 */
function logError(error: Error, route: string): void {
  const places = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  console.error(
    JSON.stringify({
      time: new Date().toISOString(),
      error: error.name,
      route,
      at: places.slice(0, 5).map((line) => line.trim()),
    }),
  );
}

function refuse(reason: string): never {
  console.error(reason);
  process.exit(1);
}
