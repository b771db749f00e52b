import { lackWithKpis } from "../../src/kpi/lacks";

const VISITS = { fr: "Tryton ne connaît pas les visites.", en: "Tryton knows no visits." };

test("a lack names the KPIs that need what is missing", () => {
  expect(lackWithKpis({ ...VISITS, missing: [{ table: "visits" }] })).toEqual({
    fr: "Tryton ne connaît pas les visites. Indisponible : VISITES, RATIOVISITES.",
    en: "Tryton knows no visits. Unavailable: VISITES, RATIOVISITES.",
  });
});

test("each KPI once, whichever of its columns is missing", () => {
  const missing = ["delivered", "opened", "clicked"].map(
    (column) => ({ table: "campaigns", column }) as const,
  );
  expect(lackWithKpis({ ...VISITS, missing }).en).toBe(
    "Tryton knows no visits. Unavailable: TAUXOUVERTURE, TAUXCLIC.",
  );
});

test("a lack that costs no KPI is its sentence alone", () => {
  expect(lackWithKpis(VISITS)).toEqual(VISITS);
  expect(lackWithKpis({ ...VISITS, missing: [{ table: "points_of_sale" }] })).toEqual(VISITS);
});
