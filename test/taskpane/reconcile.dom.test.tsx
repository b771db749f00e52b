import { act, screen, within } from "@testing-library/react";
import axe from "axe-core";
import { createEngine } from "../../src/kpi/engine";
import { failed, success } from "../../src/sales/failure";
import type { GatewayClient } from "../../src/taskpane/gatewayClient";
import type { PaneState } from "../../src/taskpane/state";
import { salesOf } from "../kpi/sales";
import { states } from "./doubles";
import { untouched } from "./registerDouble";
import { renderPane } from "./rendering";

const data = salesOf(
  {
    visits: [
      { id: "v1", visited_on: "2026-01-05", salesperson_id: "s" },
      { id: "v2", visited_on: "2026-01-06", salesperson_id: "s" },
    ],
    invoices: [{ id: "f1", issued_on: "2026-01-05", due_on: "2026-02-05", amount: 1_234.5, outstanding: 0 }],
  },
  "2026-03-01",
);
const inForce = () => ({ ...untouched, data, targets: [], source: createEngine(data) });
const AGREEING = [
  { table: "visits", measure: "rows", value: 2 },
  { table: "invoices", measure: "amount", value: 1_234.5 },
] as const;

async function openPage(reconcile: GatewayClient["reconcile"], state: PaneState = states.result) {
  const rendered = renderPane({ ...state, page: "reconcile" }, { gateway: { reconcile }, inForce });
  await screen.findByRole("heading", { name: "Mêmes chiffres que le CRM ?" });
  return rendered;
}
const compare = () => screen.getByRole("button", { name: "Comparer avec le CRM" });
const rowsOf = () =>
  within(screen.getByRole("table"))
    .getAllByRole("row")
    .slice(1)
    .map(({ textContent }) => textContent?.replace(/\s/g, " "));

test("by keyboard: everything agrees, and each pair of numbers can be read", async () => {
  const { user, container } = await openPage(async () => success(AGREEING));
  compare().focus();
  await user.keyboard("{Enter}");
  expect(screen.getByText("Les 2 contrôles concordent.")).toBeTruthy();
  expect(rowsOf()).toEqual(["VisitesLignes22✓ égal", "FacturesMontant1 234,50 €1 234,50 €✓ égal"]);
  const { violations } = await axe.run(container, { rules: { "color-contrast": { enabled: false } } });
  expect(violations).toEqual([]);
});

test("a difference says why: rows set aside, what the CRM counts besides, or time", async () => {
  const difference = { fr: "Avoirs compris.", en: "Credit notes included." };
  // states.result set one invoice's table aside: none; customers 2, order lines 134.
  const { user } = await openPage(async () =>
    success([
      { table: "customers", measure: "rows", value: 2 },
      { table: "order_lines", measure: "rows", value: 150 },
      { table: "invoices", measure: "amount", value: 1_000, difference },
      { table: "visits", measure: "rows", value: 5 },
    ]),
  );
  await user.click(compare());
  expect(screen.getByText("4 contrôles présentent un écart.")).toBeTruthy();
  const [customers, lines, invoices, visits] = rowsOf();
  expect(customers).toContain("Les lignes écartées à la dernière actualisation expliquent cet écart : 2.");
  expect(lines).toContain("Lignes écartées à la dernière actualisation : 134.");
  expect(invoices).toContain("Avoirs compris.");
  expect(invoices).toContain("≠ 234,50 €");
  expect(visits).toContain("Le CRM a peut-être changé");
});

test("a source without totals, a refusal and no connection each say so", async () => {
  const none = await openPage(async () => success(undefined));
  await none.user.click(compare());
  expect(screen.getByText(/Cette source ne calcule pas de totaux/)).toBeTruthy();
  none.unmount();
  const refused = await openPage(async () => failed("source-unavailable", { source: "Odoo" }));
  await refused.user.click(compare());
  expect(screen.getByText(/Odoo/)).toBeTruthy();
  refused.unmount();
  await openPage(async () => success(AGREEING), states.circulated);
  expect(screen.queryByRole("button", { name: "Comparer avec le CRM" })).toBeNull();
  expect(screen.getByText(/Connectez-vous d'abord/)).toBeTruthy();
});

test("leaving the page takes the question back", async () => {
  let asked: AbortSignal | undefined;
  const { user, pane } = await openPage((_session, signal) => {
    asked = signal;
    return new Promise(() => undefined);
  });
  await user.click(compare());
  expect(asked?.aborted).toBe(false);
  act(() => pane.store.dispatch({ type: "page-opened", page: "home" }));
  expect(asked?.aborted).toBe(true);
});
