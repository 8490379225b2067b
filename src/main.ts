/** `npm start`: checks the Node that it runs on, and starts the service with its code compiled at the last start. */
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

const [major = 0] = process.versions.node.split('.').map(Number);
if (major < 24) {
  console.error(`Node ${process.versions.node} is too old: start with "npm start", which brings Node 24.`);
  process.exit(1);
}
enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/proverka'));
await import('./serve.ts');
