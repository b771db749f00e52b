import { z } from "zod";
import type { Connector } from "../../src/crm/connector";
import { type Fetch, getJson } from "../../src/crm/http";
import { parseOptions, todayIn } from "../../src/crm/kit";
import { FailureError, failure } from "../../src/sales/failure";

const OPTIONS = z.object({ url: z.url({ protocol: /^https$/ }), token: z.string().min(1) });
const PAGE = z.object({
  items: z.array(z.object({ ref: z.string(), label: z.string() })),
  after: z.string().optional(),
});
const LABEL = { fr: "Petit CRM", en: "Tiny CRM" };

/** The smallest connector: a CRM that knows products only. */
export const tinyConnector = (fetch: Fetch): Connector => ({
  declaration: {
    id: "tiny",
    label: LABEL,
    fields: [
      { name: "url", label: { fr: "Adresse", en: "Address" }, kind: "url" },
      { name: "token", label: { fr: "Jeton", en: "Token" }, kind: "secret" },
    ],
    tables: ["products"],
    lacks: [{ fr: "Petit CRM ne connaît que les produits.", en: "Tiny CRM knows products only." }],
  },
  async connect(options) {
    const { url, token } = parseOptions(OPTIONS, options);
    const source = { fetch, label: LABEL.fr, headers: { authorization: `Bearer ${token}` } };
    return {
      dataDate: todayIn("Europe/Paris", Date.now()),
      async listPage(table, cursor, signal) {
        const query = cursor === undefined ? "" : `?after=${encodeURIComponent(cursor)}`;
        const page = PAGE.safeParse(await getJson(`${url}/items${query}`, source, signal));
        if (!page.success)
          throw new FailureError(failure("source-invalid-answer", { source: LABEL.fr, table }));
        return {
          rows: page.data.items.map(({ ref, label }) => ({
            values: { id: ref, name: label },
            origin: `item ${ref}`,
          })),
          ...(page.data.after !== undefined && { next: page.data.after }),
        };
      },
      async close() {},
    };
  },
});
