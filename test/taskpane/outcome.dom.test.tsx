import { act, screen } from "@testing-library/react";
import type { RefreshOutcome } from "../../src/live/liveWorkbook";
import { failure, success } from "../../src/sales/failure";
import { frames, provenance, states } from "./doubles";
import { renderPane } from "./rendering";

const setAside = {
  table: "order_lines" as const,
  origin: "12",
  id: "12",
  failure: failure("row-missing-value", { column: "customer_id" }),
};
const CHANGES: RefreshOutcome = {
  mode: "changes",
  upserted: 1_234,
  removed: 5,
  tables: [{ table: "order_lines", rows: 20_000, rejectedCount: 1, rejected: [setAside] }],
};

/** A pane whose workbook tells this outcome; `asked` is what its source was asked with. */
async function refreshed(outcome: RefreshOutcome, language: "fr" | "en" = "fr") {
  const asked: (string | undefined)[] = [];
  const { pane } = renderPane(states.ready, {
    language,
    gateway: {
      refresh: async function* (_session, _signal, since) {
        asked.push(since);
        yield* frames;
      },
    },
    workbook: {
      refresh: async (source, { onOutcome }) => {
        for await (const _ of source("mark"));
        onOutcome?.(outcome);
        return success(provenance);
      },
    },
  });
  await act(() => pane.effects.refresh());
  return asked;
}

const shown = () => document.body.textContent?.replace(/\s/g, " ");

test("a refresh by changes says so in a line, and counts what the workbook holds", async () => {
  expect(await refreshed(CHANGES)).toEqual(["mark"]);
  expect(shown()).toContain(
    "Seules les modifications ont été lues : 1 234 lignes nouvelles ou changées, 5 retirées. Le classeur contient 20 000 lignes.",
  );
  // A row set aside by an earlier refresh is still told.
  expect(screen.getByText(/Lignes écartées : 1/)).toBeTruthy();
});

test("a full refresh that had to be one says why", async () => {
  const fullBecause = failure("changes-not-dated", { source: "Fichiers" });
  await refreshed({ ...CHANGES, mode: "full", fullBecause }, "en");
  expect(shown()).toContain("The source “Fichiers” does not date its changes: everything is read again.");
});
