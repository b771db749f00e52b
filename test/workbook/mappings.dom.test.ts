import type { RememberedMapping } from "../../src/live/rememberedMapping";
import { keepMappings, readMappings } from "../../src/workbook/mappings";
import { type OpenedOffice, openOffice } from "../../workbench/host/jsdom";
import { act, granted } from "./office";
import { TRICKY_TEXTS } from "./sampleFrames";

let office: OpenedOffice;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.dispose());

const mapping = (heading: string, table = "customers"): RememberedMapping => ({
  headings: ["Réf", heading],
  table,
  columns: { id: "Réf", name: heading, sector: "" },
  dates: "dmy",
});

test("a workbook without mappings has none, and keeps each as it was given, in a very hidden sheet", async () => {
  expect(granted(await readMappings())).toEqual([]);
  const given = TRICKY_TEXTS.filter(({ length }) => length < 10_000).map((heading) => mapping(heading));
  granted(await keepMappings(given));
  expect(granted(await readMappings())).toEqual(given);
  let sheet: Excel.Worksheet | undefined;
  await act((workbook) => {
    sheet = workbook.worksheets.getItem("vigie.mappings").load("visibility");
  });
  expect(sheet?.visibility).toBe("VeryHidden");
});

test("a mapping that no cell holds is left out, the others stay", async () => {
  granted(await keepMappings([mapping("x".repeat(40_000)), mapping("Nom")]));
  expect(granted(await readMappings())).toEqual([mapping("Nom")]);
});

test("newer answers for the same headings take the place of the earlier ones", async () => {
  granted(await keepMappings([mapping("Enseigne"), mapping("Nom")]));
  granted(await keepMappings([mapping("Nom", "salespeople")]));
  expect(granted(await readMappings())).toEqual([mapping("Nom", "salespeople"), mapping("Enseigne")]);
});
