import { sentence } from "../i18n";
import {
  createAlertsService,
  createCompanyService,
  createLiveData,
  createLiveRegister,
  createLiveWorkbook,
  createMappingMemory,
  currentData,
} from "../live";
import { failure } from "../sales/failure";
import type { Language } from "../sales/text";
import { excelWorkbook } from "../workbook";
import { explainFromSheet, refreshFromRibbon } from "./actions";
import { storedPreferences } from "./automatic/preferences";
import { storedTeamRefreshes } from "./automatic/teamRefreshes";
import type { Pane } from "./context";
import { createCopiesService } from "./copies";
import { createPane } from "./createPane";
import { createDiagnosis } from "./diagnosis/service";
import { createExplainer } from "./explaining";
import { createGatewayClient } from "./gatewayClient";
import { writing } from "./lazy";
import { storedUserName } from "./userName";
import "./pane.css";

/** Without an Excel that answers by then, the page says that it belongs into Excel. */
const EXCEL_MILLISECONDS = 20_000;

const languageOf = (locale: string | undefined): Language => (/^fr/i.test(locale ?? "fr") ? "fr" : "en");
const root = document.getElementById("root")!;

/** The pane's side of the shared runtime: the workbook's data at once, the screens when they are first seen. */
async function start(): Promise<void> {
  const outside = setTimeout(sayOutside, EXCEL_MILLISECONDS);
  if (typeof Office === "undefined") return sayOutside();
  const { host } = await Office.onReady();
  clearTimeout(outside);
  if (!host) return sayOutside();

  const language = languageOf(Office.context.displayLanguage);
  const onFault = (thrown: unknown) => console.error(thrown);
  const excel = { workbook: excelWorkbook, writing, language, onFault };
  const live = createLiveData({ ...excel, current: currentData });
  const userName = storedUserName(() => localStorage);
  const register = createLiveRegister({ ...excel, live, by: userName.read, now: Date.now });
  const entries = () => live.now()?.register.entries ?? [];
  const alerts = createAlertsService({ ...excel, live, entries });
  const workbook = createLiveWorkbook({ ...excel, live, alerts, register });
  const gateway = createGatewayClient(location.href);
  const pane = createPane({
    gateway,
    workbook: { ...workbook, ...createExplainer({ ...excel, live }) },
    copies: createCopiesService(live),
    alerts,
    register,
    mappings: createMappingMemory(writing),
    company: createCompanyService({ live, writing, language }),
    diagnosis: createDiagnosis({
      host: Office.context.ui,
      callsMade: () => currentData.callsMade,
      now: Date.now,
    }),
    openWindow: async (address, seconds, signal) => {
      const { openSignInDialog } = await import(/* webpackChunkName: "signInDialog" */ "./signInDialog");
      return openSignInDialog(Office.context.ui, address, seconds, signal);
    },
    inForce: live.now,
    userName,
    preferences: storedPreferences(() => localStorage),
    teamRefreshes: storedTeamRefreshes(() => localStorage),
    loadWithWorkbook: (wanted) =>
      Office.addin.setStartupBehavior(wanted ? Office.StartupBehavior.load : Office.StartupBehavior.none),
    language,
    now: Date.now,
    onFault,
  });

  const showPane = () => Office.addin.showAsTaskpane();
  const command = (run: () => Promise<void>) => (event?: Office.AddinCommands.Event) => {
    run().catch(onFault);
    // At once: Excel gives a command less time than a refresh may take, and this runtime lives on anyway. A keyboard
    // shortcut brings no event.
    event?.completed();
  };
  Office.actions.associate(
    "refresh",
    command(() => refreshFromRibbon(pane.store, pane.actions, showPane)),
  );
  Office.actions.associate(
    "explain",
    command(() => explainFromSheet(pane.store, pane.actions, showPane)),
  );
  whenVisible(() => {
    mount(pane).catch(onFault);
  });
  await pane.effects.start();
  window.addEventListener("focus", () => void workbook.look().catch(onFault));
  await pane.automatic.begin();
}

async function mount(pane: Pane): Promise<void> {
  const { mountPane } = await import(/* webpackChunkName: "pane" */ "./mount");
  // Excel on the web tells no theme.
  const isDark =
    Office.context.officeTheme?.isDarkTheme ?? matchMedia("(prefers-color-scheme: dark)").matches;
  mountPane(root, pane, isDark);
}

/** Runs `show` once the runtime's page is seen: at once, or when the pane of a runtime in the background opens. */
function whenVisible(show: () => void): void {
  let wasShown = false;
  const once = () => {
    if (wasShown) return;
    wasShown = true;
    show();
  };
  if (document.visibilityState === "visible") {
    once();
    return;
  }
  document.addEventListener("visibilitychange", once, { once: true });
  // Not every host tells the page that it became visible.
  void Office.addin.onVisibilityModeChanged(({ visibilityMode }) => {
    if (visibilityMode === Office.VisibilityMode.taskpane) once();
  });
}

function sayOutside(): void {
  root.textContent = sentence(failure("excel-missing"), languageOf(navigator.language));
}

start().catch((thrown: unknown) => console.error(thrown));
