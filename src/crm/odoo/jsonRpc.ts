import { z } from "zod";
import { type Failure, FailureError, failure } from "../../sales/failure";
import { type HttpSource, postJson } from "../http";
import { LABEL, type OdooClient, type Question, type SignIn } from "./protocol";

const ANSWER = z.union([
  z.object({ error: z.looseObject({ data: z.looseObject({ name: z.string() }).optional() }) }),
  z.object({ result: z.unknown() }),
]);
const SIGNED_IN = z.number().int().positive();
const source = LABEL.fr;

/** Odoo before 19: JSON-RPC with a user and his key or password. Errors come as HTTP 200 with `error`. */
export async function jsonRpcClient(
  { address, database, user, key }: SignIn & { readonly user: string },
  version: number,
  http: HttpSource,
  signal: AbortSignal,
): Promise<OdooClient> {
  const ask = (service: string, method: string, args: readonly unknown[], asking: AbortSignal) =>
    jsonRpc(address, { service, method, args }, http, asking);
  const answer = await ask("common", "authenticate", [database, user, key, {}], signal).catch((error) => {
    // Asked to sign in to a database that is not there, Odoo tells of its own trouble with PostgreSQL.
    if (!(error instanceof ToldError)) throw error;
    const denied = error.kind === "odoo.exceptions.AccessDenied";
    throw new FailureError(denied ? REFUSED : failure("source-database-unknown", { source, database }));
  });
  // A wrong user or key is no error but `false`.
  if (answer === false) throw new FailureError(REFUSED);
  const uid = SIGNED_IN.safeParse(answer);
  if (!uid.success) throw new FailureError(failure("source-invalid-answer", { source }));
  return {
    version,
    uid: uid.data,
    async ask(question, shape, asking) {
      const { model, method, named } = question;
      const args = [database, uid.data, key, model, method, [], named];
      const result = await ask("object", "execute_kw", args, asking).catch((error) => {
        throw error instanceof ToldError ? new FailureError(meaningOf(error.kind, question)) : error;
      });
      const parsed = shape.safeParse(result);
      if (parsed.success) return parsed.data;
      throw new FailureError(invalid(question));
    },
  };
}

/** One call of `/jsonrpc`; its own errors as ToldError. */
export async function jsonRpc(
  address: string,
  params: { readonly service: string; readonly method: string; readonly args: readonly unknown[] },
  http: HttpSource,
  signal: AbortSignal,
): Promise<unknown> {
  const question = { jsonrpc: "2.0", method: "call", id: 1, params };
  const answer = ANSWER.safeParse(await postJson(`${address}/jsonrpc`, question, http, signal));
  if (!answer.success) throw new FailureError(failure("source-invalid-answer", { source }));
  if ("error" in answer.data) throw new ToldError(answer.data.error.data?.name ?? "");
  return answer.data.result;
}

/** An error that Odoo itself tells. Its messages are translated and may quote data: only the kind counts. */
export class ToldError extends Error {
  constructor(readonly kind: string) {
    super("told by Odoo");
  }
}

const REFUSED = failure("source-refused", { source });

export const invalid = ({ table }: Pick<Question, "table">): Failure =>
  failure("source-invalid-answer", { source, ...(table !== undefined && { table }) });

function meaningOf(kind: string, { model, table }: Question): Failure {
  if (kind === "odoo.exceptions.AccessDenied") return REFUSED;
  if (kind === "odoo.exceptions.AccessError")
    return failure("source-no-right", { source, model, ...(table !== undefined && { table }) });
  // « Object crm.lead doesn't exist »
  if (kind === "odoo.exceptions.UserError" || kind === "builtins.KeyError")
    return failure("source-module-missing", { source, module: model });
  return invalid(table === undefined ? {} : { table });
}
