/**
 * Case files of earlier versions, brought up to date step by step: `migrations[n]` turns version n into n + 1.
 * A file lives for years on somebody's device, so a step that was published once is never changed again.
 */
import type * as z from 'zod/mini';
import { caseVersion } from './case-file.ts';

type Json = z.core.util.JSONType;
export type JsonObject = { [key: string]: Json };

/**
 * 0 → 1: an event was `{"event": "sent", "on": "2026-11-21"}`, and where the document was filed from was not kept.
 */
function fromVersion0(old: JsonObject): JsonObject {
  return { ...old, version: 1, filings: objects(old.filings).map(filingFromVersion0) };
}

function filingFromVersion0({ history, ...filing }: JsonObject): JsonObject {
  const events = objects(history).map(({ event, on, ...rest }) => ({
    ...rest,
    ...(event === undefined ? {} : { kind: event }),
    ...(on === undefined ? {} : { date: on }),
  }));
  return { filedFrom: 'russia', ...filing, events };
}

export const migrations: readonly ((old: JsonObject) => JsonObject)[] = [fromVersion0];

/** The file as today's version has it; what is wrong in it is left for the schema to find. */
export function migrate(file: JsonObject, version: number): JsonObject {
  return migrations.slice(version, caseVersion).reduce((old, step) => step(old), file);
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function objects(value: Json | undefined): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}
