import { functionCatalogue, namesOf } from "../functions";
import { sheetsName } from "../gsheets";
import { KPIS } from "../kpi";
import type { Language } from "../sales/text";

/** The least rights that do all of it: this spreadsheet and others by the API, the files Vigie makes, its pane, its gateway, its triggers, the person's name. */
const SCOPES = [
  "https://www.googleapis.com/auth/spreadsheets",
  "https://www.googleapis.com/auth/drive.file",
  "https://www.googleapis.com/auth/script.container.ui",
  "https://www.googleapis.com/auth/script.external_request",
  "https://www.googleapis.com/auth/script.scriptapp",
  "https://www.googleapis.com/auth/userinfo.email",
] as const;

/** The project's manifest, `appsscript.json`. */
export const projectManifest = (gateway: string): string =>
  `${JSON.stringify(
    {
      timeZone: "Europe/Paris",
      runtimeVersion: "V8",
      exceptionLogging: "STACKDRIVER",
      oauthScopes: SCOPES,
      urlFetchWhitelist: [`${gateway.replace(/\/$/, "")}/`],
      dependencies: {
        enabledAdvancedServices: [
          { userSymbol: "Sheets", serviceId: "sheets", version: "v4" },
          { userSymbol: "Drive", serviceId: "drive", version: "v3" },
        ],
      },
    },
    undefined,
    2,
  )}\n`;

/** The functions that Google and the pane's frame call by name. `vigieCall` alone takes arguments of a page. */
const TRIGGERS = `function onInstall() { Vigie.addMenu(); }
function onOpen() { Vigie.addMenu(); }
function onEdit(edited) { return Vigie.afterEdit(edited); }
function vigieHourly() { return Vigie.refreshClosed(); }
function vigieOpen() { Vigie.openSidebar(); }
function vigieMorning() { Vigie.askMorning(); }
function vigieNoMorning() { Vigie.endMorning(); }
function vigieFirstHour() { return Vigie.showFirstHour(); }
function vigieCall(call, json) { return Vigie.answerSidebar(call, json); }
`;

/** The project's functions as text: triggers, and one \`KPI_…\` for each of the catalogue's names, its help in JSDoc. */
export function functionsSource(language: Language): string {
  const functions = functionCatalogue(KPIS.all).declarations.flatMap((declaration) =>
    namesOf(declaration).map((name) => {
      const lines = [
        declaration.description[language],
        ...declaration.parameters.map(
          (parameter) =>
            `@param {any} ${parameter.name[language].normalize("NFD").replace(/\\W/g, "")} ${parameter.description[language]}`,
        ),
        "@return {any}",
        "@customfunction",
      ];
      const help = lines.map((line) => ` * ${line.replaceAll("*/", "* /")}\n`).join("");
      const id = sheetsName(name);
      return `/**\n${help} */\nfunction ${id}() { return Vigie.answerCell("${id}", Array.prototype.slice.call(arguments)); }\n`;
    }),
  );
  return TRIGGERS + functions.join("");
}
