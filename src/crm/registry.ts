import { FailureError, failed, failure, type Result, success } from "../sales/failure";
import type { Connector, ConnectorDeclaration } from "./connector";

/** The connectors an installation offers, found by id. */
export interface Registry {
  readonly declarations: readonly ConnectorDeclaration[];
  /** The connector, or `source-unknown` with the ids that exist. */
  find(id: string): Result<Connector>;
}

/** Throws FailureError `configuration-invalid` when two connectors share an id: better at start than at sign-in. */
export function registry(connectors: readonly Connector[]): Registry {
  const byId = new Map<string, Connector>();
  for (const connector of connectors) {
    const { id } = connector.declaration;
    if (byId.has(id))
      throw new FailureError(failure("configuration-invalid", { setting: "connectors", value: id }));
    byId.set(id, connector);
  }
  return {
    declarations: connectors.map((connector) => connector.declaration),
    find: (id) => {
      const connector = byId.get(id);
      return connector
        ? success(connector)
        : failed("source-unknown", { source: id, possible: [...byId.keys()] });
    },
  };
}
