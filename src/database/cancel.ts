import { Client, type ClientConfig, Connection, type PoolClient } from "pg";

const CANCEL_LIMIT_MS = 1_000;

/** Fields of a client that `pg` has but does not declare. */
interface ConnectedClient {
  readonly host: string;
  readonly port: number;
  readonly processID: number | null;
  readonly secretKey: number | null;
  readonly ssl: ClientConfig["ssl"];
}

/** A connection of `pg` that sends a CancelRequest instead of logging in; `cancel` is not declared either. */
type CancelConnection = Connection & { cancel(processId: number, secretKey: number): void };

/**
 * Asks the server to stop the statement that a client runs, by PostgreSQL's CancelRequest on a connection of its own
 * (it passes PgBouncer and needs no rights). Resolves when the server has passed it on: it closes the connection then;
 * whether the statement stopped is seen on the client. Rejects when that is not certain after a second.
 */
export async function cancelStatement(client: PoolClient): Promise<void> {
  const { host, port, processID, secretKey, ssl } = client as unknown as ConnectedClient;
  if (processID === null || secretKey === null)
    throw new Error("The client has no key to cancel with.");
  const connection = new Connection({
    ssl,
  } as ConstructorParameters<typeof Connection>[0]) as CancelConnection;
  let timer: NodeJS.Timeout | undefined;
  try {
    await new Promise<void>((resolve, reject) => {
      timer = setTimeout(() => reject(new Error("The server did not answer.")), CANCEL_LIMIT_MS);
      connection.on("error", reject);
      connection.once("end", resolve);
      connection.once(ssl ? "sslconnect" : "connect", () =>
        connection.cancel(processID, secretKey),
      );
      if (host.startsWith("/")) connectTo(connection, `${host}/.s.PGSQL.${port}`);
      else connectTo(connection, port, host);
    });
  } finally {
    clearTimeout(timer);
    connection.stream.destroy();
  }
}

function connectTo(connection: Connection, ...address: [string] | [number, string]): void {
  (connection as unknown as { connect(...address: unknown[]): void }).connect(...address);
}

/** Host, port, database and user of a connection URL, by the driver's own reading of it. Never the password. */
export function describeUrl(url: string): { server: string; database: string; user: string } {
  const { host, port, database, user } = new Client({ connectionString: url });
  return {
    server: host.startsWith("/") ? host : `${host}:${port}`,
    database: database ?? "",
    user: user ?? "",
  };
}
