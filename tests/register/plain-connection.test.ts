/** An operator is told where everything that goes to the database can be read on its way. */
import { expect, it } from 'vitest';
import { isPlainConnection } from '../../src/register/plain-connection.ts';

it.each([
  'postgres://db.example.org/x',
  'postgresql://u:p@10.0.0.5:5432/x?sslmode=disable',
  'postgres://u@db.example.org/x?sslmode=no-verify',
  'postgres://u@localhost/x?host=db.example.org',
])('%s travels in clear', (url) => expect(isPlainConnection(url)).toBe(true));

it.each([
  'postgres://u@localhost/x',
  'postgres://u@127.0.0.1:5433/x',
  'postgres://u@[::1]/x',
  'postgres://u@%2Fvar%2Frun%2Fpostgresql/x',
  'postgres:///x?host=/var/run/postgresql',
  'postgres://u@db.example.org/x?sslmode=verify-full',
  'postgres://u@db.example.org/x?sslmode=require',
])('%s does not', (url) => expect(isPlainConnection(url)).toBe(false));
