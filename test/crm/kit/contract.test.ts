import { isDeepStrictEqual } from "node:util";
import { connectors } from "../../../src/crm/connectors";
import { inTurn, seed } from "../../support/runs";
import { everyPage } from "../changesApplied";
import { fullRefresh, refresh, rowsById } from "../refreshRuns";
import { COMPANIES, type Company } from "./companies";
import type { Deed } from "./deeds";

const never = new AbortController().signal;
/** Neither the demo nor files have rights, parts or dates of change. */
const crms = connectors
  .map(({ declaration }) => declaration.id)
  .filter((id) => !["demo", "csv"].includes(id));

test("every connector that reads a CRM keeps the contract", () => {
  expect(Object.keys(COMPANIES).sort()).toEqual([...crms].sort());
});

const nameOf = ({ model, id, field, value }: Deed) =>
  `${model} ${id}: ${field} becomes ${JSON.stringify(value)}`;

/** Ids of rows, and ids told to be there, of tables of which every record could be read. */
async function presence({ connect }: Company) {
  const connection = await connect();
  const rows: Record<string, readonly string[]> = {};
  const present: Record<string, readonly string[]> = {};
  for (const table of connection.tables!) {
    const pages = await everyPage((cursor) => connection.listPage(table, cursor, never));
    if (!connection.changes?.presentIds || pages.some(({ rejected = [] }) => rejected.length > 0)) continue;
    rows[table] = pages.flatMap((page) => page.rows.map(({ values }) => String(values.id))).sort();
    present[table] = [...(await connection.changes.presentIds(table, never))].sort();
  }
  return { rows, present };
}

/** The tables in which two sides differ. */
const differing = (one: Readonly<Record<string, unknown>>, other: Readonly<Record<string, unknown>>) =>
  Object.keys(one).filter((table) => !isDeepStrictEqual(one[table], other[table]));

describe.each(Object.entries(COMPANIES))("%s", (_, make) => {
  test("tells the ids of the very rows it gives", async () => {
    const { rows, present } = await presence(make());
    expect(present).toEqual(rows);
  });

  test(`whatever one field becomes, its changes lead where a full load does (VIGIE_SEED=${seed})`, async () => {
    const faults: string[] = [];
    const outcomes = { changes: 0, full: 0, refused: 0 };
    for (const deed of inTurn(make().deeds)) {
      const company = make();
      const held = await fullRefresh(company.connector, await company.connect());
      company.perform(deed);
      const whole = await company
        .connect()
        .then((connection) => fullRefresh(company.connector, connection))
        .catch(() => undefined);
      if (!whole) {
        // An answer that no longer is one: told, and nothing to compare.
        outcomes.refused++;
        continue;
      }
      const moved = await refresh(company.connector, await company.connect(), held);
      outcomes[moved.how === "changes" ? "changes" : "full"]++;
      const { rows, present } = await presence(company);
      const tables = [...differing(rowsById(moved.data), rowsById(whole.data)), ...differing(present, rows)];
      if (tables.length > 0) faults.push(`${nameOf(deed)}: ${tables.join(", ")}`);
    }
    expect(faults).toEqual([]);
    // Falling back to full loads would pass every comparison.
    if (make().deeds.length > 0) expect(outcomes.changes).toBeGreaterThan(outcomes.full + outcomes.refused);
  }, 300_000);
});
