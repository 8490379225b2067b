// The least a server can be: node:http alone. Plain JavaScript, so that Node has no types to strip.
import { createServer } from 'node:http';

const server = createServer((_, response) => response.end());
server.listen(0, '127.0.0.1', () => console.log(`Bare: http://127.0.0.1:${server.address().port}`));
