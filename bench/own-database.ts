/** A PostgreSQL database that is there for one measurement only. */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Skipped } from './benchmark.ts';

const SERVER = 'postgresql://root@127.0.0.1:5432/';

export interface OwnDatabase {
  url: string;
  drop(): Promise<void>;
}

/** @returns why there is none, when PostgreSQL does not answer or lets us create nothing. */
export async function createOwnDatabase(): Promise<OwnDatabase | Skipped> {
  const name = `bench_${randomUUID().replaceAll('-', '')}`;
  try {
    await onServer(`create database ${name}`);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return { skipped: `no PostgreSQL to use at 127.0.0.1:5432 (${code || message})` };
  }
  return { url: `${SERVER}${name}`, drop: () => onServer(`drop database if exists ${name} with (force)`) };
}

async function onServer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: `${SERVER}postgres`, connectionTimeoutMillis: 3000 });
  try {
    await client.connect();
    await client.query(sql);
  } finally {
    await client.end().catch(() => undefined);
  }
}
