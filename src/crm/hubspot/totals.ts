import type { Text } from "../../sales/text";
import type { CrmAggregate, LoadEstimate } from "../reconciliation";
import type { Content } from "./contents";
import { type Objects, PAGE } from "./objects";
import type { SaleKind } from "./sales";

const MEMBERS: Text = {
  fr: "Vigie ajoute une ligne pour ce qui n'en nomme aucune, et lit aussi la corbeille des produits.",
  en: "Vigie adds one row for what names none, and also reads the recycling bin of products.",
};

/** How many records HubSpot's own search finds for each table: a few seconds behind its lists. */
export async function aggregatesOf(
  contents: readonly Content[],
  objects: Objects,
): Promise<readonly CrmAggregate[]> {
  const aggregates: CrmAggregate[] = [];
  for (const { table, part } of contents) {
    if (!part.counted) continue;
    aggregates.push({
      table,
      measure: "rows",
      value: await objects.count(part.object, part.counted),
      ...(part.standIns.length > 0 && { difference: MEMBERS }),
    });
  }
  return aggregates;
}

/** Records and requests of a full refresh: a list gives a hundred at a time. */
export async function estimateOf(
  contents: readonly Content[],
  sales: SaleKind["object"],
  objects: Objects,
): Promise<LoadEstimate> {
  const names = contents.filter(({ part }) => part.counted).map(({ part }) => part.object);
  let [rows, calls] = [0, contents.length - names.length];
  for (const object of [...names, "line_items", sales]) {
    const count = await objects.count(object);
    rows += object === sales && names.includes(sales) ? 0 : count;
    calls += Math.max(1, Math.ceil(count / PAGE));
  }
  const { callsLeft } = objects.client;
  return { rows, calls, ...(callsLeft !== undefined && { callsLeft }) };
}
