import { z } from "zod";
import { FailureError, failure } from "../../sales/failure";
import { type HttpSource, postJson } from "../http";
import { invalid } from "./jsonRpc";
import { LABEL, type OdooClient, type Question, type SignIn } from "./protocol";

const CONTEXT = z.looseObject({ uid: z.number().int().positive() });
const source = LABEL.fr;
const REFUSED = failure("source-refused", { source });

/** Odoo from 19 on: one address a method, named arguments, the key alone says who asks. Errors are HTTP statuses. */
export async function json2Client(
  { address, database, key }: SignIn,
  version: number,
  http: HttpSource,
  signal: AbortSignal,
): Promise<OdooClient> {
  const headers = { authorization: `bearer ${key}`, "x-odoo-database": database };
  const post = (question: Question, statusFailures: HttpSource["statusFailures"], asking: AbortSignal) =>
    postJson(
      `${address}/json/2/${question.model}/${question.method}`,
      question.named,
      { ...http, headers, statusFailures: { 401: REFUSED, ...statusFailures } },
      asking,
    );
  const who: Question = { model: "res.users", method: "context_get", named: {} };
  // Every Odoo has users: without them there is no such database.
  const unknown = failure("source-database-unknown", { source, database });
  const context = CONTEXT.safeParse(await post(who, { 403: REFUSED, 404: unknown }, signal));
  if (!context.success) throw new FailureError(invalid({}));
  return {
    version,
    uid: context.data.uid,
    async ask(question, shape, asking) {
      const { model, table } = question;
      const statuses = {
        403: failure("source-no-right", { source, model, ...(table !== undefined && { table }) }),
        404: failure("source-module-missing", { source, module: model }),
        422: invalid(question),
      };
      const parsed = shape.safeParse(await post(question, statuses, asking));
      if (parsed.success) return parsed.data;
      throw new FailureError(invalid(question));
    },
  };
}
