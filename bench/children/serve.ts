/** Serves the app of one file of servers/ on a free port, and tells its parent the port and the time of the processor it used. */
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';

const [, , kind = '', folder = ''] = process.argv;
const { app }: { app: (folder: string) => Hono | Promise<Hono> } = await import(`../servers/${kind}.ts`);
const server = createAdaptorServer({ fetch: (await app(folder)).fetch });
server.listen(0, '127.0.0.1', () => {
  const bound = server.address();
  process.send?.({ port: typeof bound === 'object' && bound ? bound.port : 0 });
});
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ cpu: user + system });
});
process.on('disconnect', () => process.exit());
