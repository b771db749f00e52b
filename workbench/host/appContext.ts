import type { RequirementMatrix } from "./matrix";

export interface AppContextOptions {
  readonly matrix: RequirementMatrix;
  /** Language of Excel's own words, e.g. `fr-FR`. */
  readonly displayLanguage: string;
  /** Language of dates and numbers in the document. */
  readonly contentLanguage: string;
  readonly documentUrl: string;
  readonly settings: ReadonlyMap<string, unknown>;
  readonly initialDisplayMode: "Visible" | "Hidden";
}

const EXCEL = 16;
const HOST_VERSION = "16.0.17928.20000";

/** The host's description of itself when the add-in starts. */
export function appContext(options: AppContextOptions): Readonly<Record<string, unknown>> {
  return {
    _id: "vigie",
    _appName: EXCEL,
    _appVersion: "16.00",
    _appUILocale: options.displayLanguage,
    _dataLocale: options.contentLanguage,
    _docUrl: options.documentUrl,
    _clientMode: 1,
    _settings: [...options.settings].map(([name, value]) => [name, JSON.stringify(value)]),
    _reason: "documentOpened",
    _requirementMatrix: JSON.stringify(options.matrix),
    _hostFullVersion: HOST_VERSION,
    _hostCustomMessage: null,
    _appInstanceId: "1",
    _osfControlType: 1,
    _clientWindowWidth: 320,
    _clientWindowHeight: 600,
    _addinName: "Vigie",
    _appDomains: [],
    _initialDisplayMode: options.initialDisplayMode === "Visible" ? 2 : 1,
  };
}

const FLAGS = { sharedRuntime: 1, customFunctions: 2 };

/** `Excel$Web$16.01$fr-FR$…`: the host's description in the add-in's address and frame name. */
export function hostInfo(language: string, isDialog = false): string {
  const flags = FLAGS.sharedRuntime + FLAGS.customFunctions;
  return [
    "Excel",
    "Web",
    "16.01",
    language,
    "00000000-0000-0000-0000-000000000000",
    isDialog ? "isDialog" : "",
    "",
    flags,
  ].join("$");
}

/** The name a frame must bear for office.js to find its host. `conversation` is fresh for each load. */
export function frameName(conversation: string, origin: string, language: string): string {
  return JSON.stringify({
    baseFrameName: `_xdm_${conversation}`,
    hostInfo: hostInfo(language).replaceAll("$", "|"),
    xdmInfo: [conversation, "vigie", origin].join("|"),
    serializerVersion: 1,
    flights: "[]",
  });
}
