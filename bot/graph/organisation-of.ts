/** Whose an account is: told by one property of the user and a list of a deployment. Never guessed. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { AssistantError } from '../errors.ts';
import { textOf } from './read-user.ts';

export interface OrganisationRule {
  /** What Graph is to be asked for. */
  property: string;
  /** What in a user names the organisation. */
  valueIn(user: Readonly<Record<string, unknown>>): string | null;
  /** The ODS code for such a value. Undefined when the list does not have it. */
  odsCodeFor(value: string): string | undefined;
}

const listFile = z.record(
  z.string(),
  z.string().regex(/^[A-Za-z0-9]{1,9}$/, 'write an ODS code, such as A9X4'),
);

/**
 * @param from `domain` for what follows the @ of the address, `extensionAttribute1` to `15`, or any property that
 * Graph gives of a user.
 * @param list a file of `value: ODS code` lines. Without one the value is the code itself.
 * @throws AssistantError `CONFIG_INVALID` when the list cannot be read.
 */
export function organisationRule(from: string, list: string | undefined): OrganisationRule {
  const codes = list === undefined ? undefined : readList(list);
  const valueIn = (user: Readonly<Record<string, unknown>>) => {
    if (from === 'domain') return textOf(user.userPrincipalName)?.toLowerCase().split('@').pop() ?? null;
    if (isExtension(from)) return textOf((user.onPremisesExtensionAttributes as typeof user)?.[from]) ?? null;
    return textOf(user[from]) ?? null;
  };
  return {
    property:
      from === 'domain' ? 'userPrincipalName' : isExtension(from) ? 'onPremisesExtensionAttributes' : from,
    valueIn,
    odsCodeFor: (value) => (codes ? codes.get(value.toLowerCase()) : value.toUpperCase()),
  };
}

function isExtension(from: string): boolean {
  return /^extensionAttribute\d+$/.test(from);
}

function readList(path: string): Map<string, string> {
  try {
    const read = listFile.safeParse(parse(readFileSync(path, 'utf8')));
    if (!read.success) throw new Error(z.prettifyError(read.error));
    return new Map(
      Object.entries(read.data).map(([value, code]) => [value.toLowerCase(), code.toUpperCase()]),
    );
  } catch (cause) {
    throw new AssistantError('CONFIG_INVALID', `GRAPH_ORGANISATIONS: ${(cause as Error).message}`, { cause });
  }
}
