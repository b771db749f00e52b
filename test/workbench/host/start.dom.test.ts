import { type OpenedOffice, openOffice } from "../../../workbench/host/jsdom";

let office: OpenedOffice;
afterEach(() => office.dispose());

test("office.js starts against the host and says where it runs", async () => {
  office = await openOffice();
  expect(office.Office.context.host).toBe("Excel");
  expect(office.Office.context.platform).toBe("OfficeOnline");
  expect(office.Office.context.displayLanguage).toBe("fr-FR");
  expect(office.Office.context.requirements.isSetSupported("ExcelApi", "1.15")).toBe(true);
  expect(office.Office.context.requirements.isSetSupported("ExcelApi", "1.16")).toBe(false);
});

test("a window can be opened again on another host", async () => {
  office = await openOffice();
  office.dispose();
  office = await openOffice({ displayLanguage: "en-US" });
  expect(office.Office.context.displayLanguage).toBe("en-US");
  const name = await office.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet().load("name");
    await context.sync();
    return sheet.name;
  });
  expect(name).toBe("Feuil1");
});

test("a host of ExcelApi 1.8 makes the library refuse members of 1.9", async () => {
  office = await openOffice({ excelApi: "1.8" });
  const attempt = office.Excel.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().pageLayout.load("orientation");
    await context.sync();
  });
  await expect(attempt).rejects.toMatchObject({ code: "ApiNotFound" });
});

test("settings of the document are there at the start, saved, and seen by the next opening", async () => {
  office = await openOffice({ settings: { "vigie.source": "demo" } });
  const { settings } = office.Office.context.document;
  expect(settings.get("vigie.source")).toBe("demo");
  settings.set("vigie.schema", { version: 2 });
  await new Promise<void>((resolve, reject) =>
    settings.saveAsync((result) =>
      result.status === Office.AsyncResultStatus.Succeeded ? resolve() : reject(result.error),
    ),
  );
  expect(office.host.book.settings.get("vigie.schema")).toEqual({ version: 2 });
  const saved = office.host.save();
  office.dispose();
  office = await openOffice({ snapshot: saved });
  expect(office.Office.context.document.settings.get("vigie.schema")).toEqual({ version: 2 });
});

test("start-up behaviour is kept by the document", async () => {
  office = await openOffice();
  await office.Office.addin.setStartupBehavior(Office.StartupBehavior.load);
  expect(await office.Office.addin.getStartupBehavior()).toBe("Load");
  expect(office.host.startupState()).toBe("Background");
});

test("the pane is shown and hidden by the add-in, and the add-in hears of it", async () => {
  const shown: string[] = [];
  const heard: string[] = [];
  office = await openOffice({ onPaneVisibility: (visibility) => shown.push(visibility) });
  await office.Office.addin.onVisibilityModeChanged(({ visibilityMode }) => {
    heard.push(visibilityMode);
  });
  await office.Office.addin.hide();
  await office.Office.addin.showAsTaskpane();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(shown).toEqual(["Hidden", "Visible"]);
  expect(heard).toEqual(["Hidden", "Taskpane"]);
});

test("a ribbon button runs its function", async () => {
  office = await openOffice();
  const clicked = new Promise<string>((resolve) => {
    office.Office.actions.associate("refresh", (event: Office.AddinCommands.Event) => {
      resolve(event.source.id);
      event.completed();
    });
  });
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(office.host.executeRibbonFunction("refresh", "Vigie.Refresh")).toBe(true);
  expect(await clicked).toBe("Vigie.Refresh");
});

test("a new workbook asked for by the add-in reaches the host's hook", async () => {
  const asked: (string | null)[] = [];
  office = await openOffice({ onCreateWorkbook: (base64) => asked.push(base64) });
  await office.Excel.createWorkbook("UEsDBA==");
  expect(asked).toEqual(["UEsDBA=="]);
});
