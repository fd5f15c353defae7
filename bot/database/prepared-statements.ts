/**
 * Statements over PGlite that are parsed and planned once. PGlite's own `query` does both again each time, and crosses
 * into PostgreSQL six times for it; here it is once.
 */
import { type PGlite, parse, protocol, type Results } from '@electric-sql/pglite';

const { serialize, messages } = protocol;
const TEXT = 25;
const utf8 = new TextEncoder();

interface Prepared {
  name: string;
  parameterTypes: number[];
  /** How the rows look: PostgreSQL says it once, when the statement is prepared. */
  columns: InstanceType<typeof messages.RowDescriptionMessage>[];
}

/**
 * @returns the function that runs such a statement, and throws PostgreSQL's error. The caller sees to it that no
 * transaction is open.
 */
export function createPreparedStatements(pglite: PGlite) {
  const known = new Map<string, Prepared>();
  // The socket's clients are kept out for as long as it takes.
  const exchange = (parts: Uint8Array[]) =>
    pglite.runExclusive(() => pglite.execProtocolStream(Buffer.concat(parts)));

  async function prepare(sql: string): Promise<Prepared> {
    const name = `often-${known.size + 1}`;
    const said = await exchange([
      serialize.parse({ name, text: sql }),
      serialize.describe({ type: 'S', name }),
      serialize.sync(),
    ]);
    const prepared = {
      name,
      parameterTypes: parse.parseDescribeStatementResults(said),
      columns: said.filter((each) => each instanceof messages.RowDescriptionMessage),
    };
    known.set(sql, prepared);
    return prepared;
  }

  function written(value: unknown, type: number) {
    if (value === null || value === undefined) return null;
    // As bytes: the library would walk a string twice, character by character, to learn its length.
    if (type === TEXT) return utf8.encode(String(value));
    return pglite.serializers[type]?.(value) ?? String(value);
  }

  return async <Row>(sql: string, parameters: readonly unknown[]): Promise<Row[]> => {
    const { name, parameterTypes, columns } = known.get(sql) ?? (await prepare(sql));
    const values = parameters.map((value, index) => written(value, parameterTypes[index] ?? TEXT));
    const said = await exchange([
      serialize.bind({ statement: name, values }),
      serialize.execute({}),
      serialize.sync(),
    ]);
    const [results] = parse.parseResults([...columns, ...said], pglite.parsers) as Results<Row>[];
    return results?.rows ?? [];
  };
}
