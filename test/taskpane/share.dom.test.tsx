import "./browserGaps";
import { screen, waitFor, within } from "@testing-library/react";
import axe from "axe-core";
import { unzipSync } from "fflate";
import { defaultRegister } from "../../src/kpi/register/defaults";
import type { Target } from "../../src/sales/targets";
import { type OpenedOffice, openOffice } from "../../workbench/host/jsdom";
import { partsOf } from "../cli/parts";
import { TELLING_COMPANY, TELLING_TARGETS } from "../cli/tellingCompany";
import { salesOf } from "../kpi/sales";
import { leaks } from "../sharing/leaks";
import { act as inExcel } from "../workbook/office";
import { bytesOf, region, renderSharePage } from "./sharing";

const LONG = 60_000;
const telling = salesOf(TELLING_COMPANY, "2026-11-23");
const targets = TELLING_TARGETS as unknown as readonly Target[];

let office: OpenedOffice;
const opened: string[] = [];
const saved: { name: string; bytes: Uint8Array }[] = [];

beforeEach(async () => {
  opened.length = 0;
  saved.length = 0;
  office = await openOffice({ onCreateWorkbook: (base64) => opened.push(base64 ?? "") });
  // jsdom knows no object URLs; the click on the link is where a browser would take over.
  const blobs: Blob[] = [];
  Object.assign(URL, {
    createObjectURL: (blob: Blob) => `blob:${blobs.push(blob) - 1}`,
    revokeObjectURL: () => undefined,
  });
  jest.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
    const reader = new FileReader();
    reader.onload = () =>
      void saved.push({ name: this.download, bytes: new Uint8Array(reader.result as ArrayBuffer) });
    reader.readAsArrayBuffer(blobs[Number(this.href.slice("blob:".length))]!);
  });
});
afterEach(() => {
  office.dispose();
  jest.restoreAllMocks();
});

const button = (name: string | RegExp) => screen.getByRole("button", { name });
/** The page comes with its own chunk, which takes a moment. */
const found = (role: string, name: string | RegExp) =>
  screen.findByRole(role, { name }, { timeout: LONG / 2 });
const ready = () => screen.findByRole("heading", { level: 3 }, { timeout: LONG / 2 });

test(
  "by keyboard alone: one frozen copy per region, opened in Excel; none holds what is another's",
  async () => {
    const { user, container } = renderSharePage(telling, targets);
    const make = await found("button", "Préparer 5 copies");
    expect(
      screen.getByText("Les feuilles masquées ne protègent rien : qui a le fichier a ses données."),
    ).toBeTruthy();
    expect(
      (await axe.run(container, { rules: { "color-contrast": { enabled: false } } })).violations,
    ).toEqual([]);

    // How one comes to it by the Tab key is shown in a browser: here nothing has a place on a screen.
    make.focus();
    await user.keyboard("{Enter}");
    expect((await ready()).textContent).toBe("5 copies prêtes");
    expect(document.activeElement === (await ready())).toBe(true);
    expect(
      (await axe.run(container, { rules: { "color-contrast": { enabled: false } } })).violations,
    ).toEqual([]);

    for (const name of ["Septentrion", "Méridion-Sud"]) {
      button(`Ouvrir dans Excel : Vigie-${name}.xlsx`).focus();
      await user.keyboard("{Enter}");
    }
    await waitFor(() => expect(opened).toHaveLength(2));
    expect(await screen.findAllByText(/Ouverte dans une autre fenêtre/)).toHaveLength(2);
    const [north, south] = opened.map((base64) => partsOf(bytesOf(base64)));
    expect(leaks(north!, region("Septentrion"))).toEqual([]);
    expect(leaks(south!, region("Méridion & Sud"))).toEqual([]);
    // The search does find what is there.
    expect(leaks(south!, region("Septentrion")).length).toBeGreaterThan(20);
    expect(north!.get("xl/workbook.xml")).not.toMatch(/state="(very)?[hH]idden"/);
  },
  LONG,
);

test(
  "live copies of two salespeople, saved as one zip, say who handed them on",
  async () => {
    const { user } = renderSharePage(telling, targets);
    await user.click(await found("radio", /^Vivante/));
    await user.click(screen.getByRole("radio", { name: /^Une copie par commercial/ }));
    await user.click(button("Tout décocher"));
    expect(screen.getByText("Cochez au moins un nom.")).toBeTruthy();
    const people = within(screen.getByRole("group", { name: "Commerciaux" })).getAllByRole("checkbox");
    await user.click(people[1]!);
    await user.click(people[2]!);
    await user.type(screen.getByLabelText("Votre nom"), "!");
    await user.click(button("Préparer 2 copies"));
    await ready();
    await user.click(button("Tout enregistrer (.zip)"));
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(saved[0]!.name).toBe("Vigie.zip");
    const files = Object.entries(unzipSync(saved[0]!.bytes));
    expect(files.map(([name]) => name)).toEqual([
      expect.stringMatching(/^Vigie-Vendeur-[a-z]+\.xlsx$/),
      expect.stringMatching(/^Vigie-Vendeur-[a-z]+\.xlsx$/),
    ]);
    for (const [name, bytes] of files) {
      const who = /Vigie-Vendeur-(.*)\.xlsx/.exec(name)![1]!;
      const id = TELLING_COMPANY.salespeople!.find((row) => row.name === `Vendeur ${who}`)!.id as string;
      const parts = partsOf(bytes);
      expect([name, leaks(parts, { salespeople: [id] })]).toEqual([name, []]);
      expect([...parts.values()].join("\n")).toContain(`"circulated":{"by":"Ana!","on":"`);
      expect([...parts.values()].join("\n")).toContain(`"scope":"Vendeur ${who}"`);
    }
  },
  LONG,
);

test(
  "a copy shows what the workbook shows: the period chosen and the sheets' own names",
  async () => {
    const { user } = renderSharePage(telling, targets, {
      shown: async () => ({
        ok: true,
        value: {
          chosen: { Vigie_Periode: "2025", Vigie_Region: "Ponant" },
          sheetNames: { "Chiffre d'affaires": "Nos ventes" },
        },
      }),
    });
    await user.click(await found("radio", /^Tout, en une copie/));
    await user.click(button("Préparer une copie"));
    await ready();
    await user.click(button("Enregistrer : Vigie-Ensemble.xlsx"));
    await waitFor(() => expect(saved).toHaveLength(1));
    const parts = partsOf(saved[0]!.bytes);
    expect(parts.get("xl/workbook.xml")).toContain('name="Nos ventes"');
    const text = [...parts]
      .filter(([name]) => /sharedStrings|sheet1\.xml/.test(name))
      .map(([, part]) => part);
    expect(text.join("\n")).toContain("Ponant");
    expect(text.join("\n")).toContain(">2025<");
  },
  LONG,
);

test(
  "what is read from the workbook is what the person chose and renamed",
  async () => {
    const { layoutSheets } = await import("../../src/dashboard/layout");
    const { gatherFacts } = await import("../../src/dashboard/facts");
    const { DASHBOARDS } = await import("../../src/dashboard/sheets");
    const { createEngine } = await import("../../src/kpi/engine");
    const { buildDashboards, readShown } = await import("../../src/workbook");
    const facts = await gatherFacts(createEngine(telling), DASHBOARDS, "fr");
    if (!facts.ok) throw new Error(facts.failure.code);
    const plans = layoutSheets(DASHBOARDS, facts.value);
    expect(await buildDashboards(plans)).toMatchObject({ ok: true });
    await inExcel((workbook) => {
      workbook.names.getItem("Vigie_Periode").getRange().values = [["'2025-T1"]];
      workbook.worksheets.getItem("Clients").name = "Nos clients";
    });
    const shown = await readShown(plans);
    expect(shown).toMatchObject({
      ok: true,
      value: {
        chosen: { Vigie_Periode: "2025-T1", Vigie_Region: "Toutes" },
        sheetNames: { Clients: "Nos clients", Commandes: "Commandes" },
      },
    });
  },
  LONG,
);

test(
  "a scope without rows says so, and the others go on",
  async () => {
    const rows = {
      ...TELLING_COMPANY,
      salespeople: [...TELLING_COMPANY.salespeople!, { id: "VEN99Z", name: "Vide" }],
    };
    const { user } = renderSharePage(salesOf(rows, "2026-11-23"));
    await user.click(await found("radio", /^Une copie par commercial/));
    await user.click(button("Tout décocher"));
    await user.click(screen.getByRole("checkbox", { name: "Vide" }));
    await user.click(screen.getAllByRole("checkbox")[1]!);
    await user.click(button("Préparer 2 copies"));
    expect((await ready()).textContent).toBe("Une copie prête");
    expect(screen.getByText(/Aucune ligne dans le périmètre « Vide »/)).toBeTruthy();
  },
  LONG,
);

test(
  "a copy that does without an indicator of the company's own says so",
  async () => {
    const [first] = defaultRegister("fr");
    const own = {
      name: "CA du Levant",
      better: "high",
      calculation: "CA(region=Levant)",
      unit: undefined,
    } as const;
    const entries = [...defaultRegister("fr"), { ...first!, kpi: "LEVANT", shown: true, own }];
    const { user } = renderSharePage(telling, targets, {}, entries);
    await user.click(await found("button", "Tout décocher"));
    await user.click(screen.getByRole("checkbox", { name: "Septentrion" }));
    await user.click(button("Préparer une copie"));
    await ready();
    expect(
      screen.getByText("Sans LEVANT, dont le calcul nomme des membres hors de cette copie."),
    ).toBeTruthy();
  },
  LONG,
);

test(
  "Stop ends after the copy under way, and what is made can be had",
  async () => {
    const { user } = renderSharePage(telling, targets);
    await user.click(await found("button", "Préparer 5 copies"));
    const stop = await found("button", "Arrêter");
    expect(screen.getByRole("status").textContent).toBe("Copie 1 sur 5 : Cœur-de-Pays");
    expect(document.activeElement === stop).toBe(true);
    await user.click(stop);
    await ready();
    expect(screen.getByText(/^Arrêté : [012] sur 5\.$/)).toBeTruthy();
    await user.click(button("Autres copies"));
    expect(await found("button", "Préparer 5 copies")).toBeTruthy();
  },
  LONG,
);

test(
  "an Excel that cannot open copies says so; one that keeps files back offers to open them only",
  async () => {
    office.dispose();
    office = await openOffice({ excelApi: "1.7" });
    const { user } = renderSharePage(telling, targets, { shown: async () => SHOWN, canSave: () => false });
    await user.click(await found("radio", /^Tout, en une copie/));
    await user.click(button("Préparer une copie"));
    await ready();
    expect(screen.queryByRole("button", { name: /^Enregistrer/ })).toBeNull();
    expect(screen.getByText(/Excel pour Mac n'enregistre pas/)).toBeTruthy();
    await user.click(button(/^Ouvrir dans Excel/));
    expect(await screen.findByText(/il manque Excel.createWorkbook/)).toBeTruthy();
  },
  LONG,
);

const SHOWN = { ok: true, value: { chosen: {}, sheetNames: {} } } as const;
