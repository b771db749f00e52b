import { sheetsWorkbook, sheetsWriter } from "../../gsheets";
import {
  createAlertsService,
  createCompanyService,
  createLiveData,
  createLiveRegister,
  createLiveWorkbook,
  createMappingMemory,
  createWriting,
  currentData,
} from "../../live";
import { failed, success } from "../../sales/failure";
import type { Language } from "../../sales/text";
import { storedPreferences } from "../automatic/preferences";
import { storedTeamRefreshes } from "../automatic/teamRefreshes";
import { createPane } from "../createPane";
import { createGatewayClient } from "../gatewayClient";
import { mountPane } from "../mount";
import { storedUserName } from "../userName";
import { sidebarCall, sidebarFile } from "./bridge";
import { sheetsCopies } from "./copies";
import "../pane.css";

const languageOf = (locale: string): Language => (/^fr/i.test(locale) ? "fr" : "en");

/** The pane in Google Sheets' sidebar, 300 px wide: the same screens over Google's spreadsheet. */
async function start(): Promise<void> {
  const language = languageOf(navigator.language);
  const onFault = (thrown: unknown) => console.error(thrown);
  const call = sidebarCall(window);
  const file = sidebarFile(call);
  const newGeneration = () => crypto.randomUUID();
  const reader = sheetsWorkbook(file, { newGeneration });
  const writer = createWriting(
    sheetsWriter(file, { source: () => live.now()?.source, language, newGeneration }),
  );
  const common = { workbook: reader, writing: async () => success(writer), language, onFault };
  const live = createLiveData({ ...common, current: currentData });
  const userName = storedUserName(() => localStorage);
  const register = createLiveRegister({ ...common, live, by: userName.read, now: Date.now });
  const alerts = createAlertsService({ ...common, live, entries: () => live.now()?.register.entries ?? [] });
  const workbook = createLiveWorkbook({ ...common, live, alerts, register });
  const noExplanation = async () => failed("sheets-no-explanation");
  const pane = createPane({
    gateway: createGatewayClient(location.href),
    workbook: {
      ...workbook,
      // Targets and rules may have been typed since: Google tells a page nothing of it.
      buildDashboards: async (request) => {
        await live.putAgain();
        return workbook.buildDashboards(request);
      },
      explain: noExplanation,
      writeDetail: noExplanation,
    },
    copies: sheetsCopies(live, file, call),
    alerts,
    register,
    mappings: createMappingMemory(async () => success(writer)),
    company: createCompanyService({ live, writing: async () => success(writer), language }),
    openWindow: async () => failed("sheets-sign-in"),
    inForce: live.now,
    userName,
    preferences: storedPreferences(() => localStorage),
    teamRefreshes: storedTeamRefreshes(() => localStorage),
    loadWithWorkbook: async () => undefined,
    language,
    now: Date.now,
    onFault,
  });
  mountPane(document.getElementById("root")!, pane, false);
  await pane.effects.start();
  await pane.automatic.begin();
}

start().catch((thrown: unknown) => console.error(thrown));
