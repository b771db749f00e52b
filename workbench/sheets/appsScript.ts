/**
 * Google's Apps Script: each execution is a fresh context with nothing but ECMAScript and the services its mode allows,
 * a budget of processor time, and quotas that are counted. Syntax newer than es2019 is refused when a project is loaded.
 */
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import vm from "node:vm";
import { transformSync } from "esbuild";
import type { BookSheet } from "./book";
import { formatDate } from "./dateFormat";
import { type DriveFile, driveService } from "./drive";
import type { SheetsApi } from "./sheetsApi";
import { spreadsheetApp } from "./spreadsheetApp";

/** `LIMITED`: a simple trigger, this document only. `CUSTOM_FUNCTION`: a cell, which may only read. `FULL`: the rest. */
export type Mode = "NONE" | "LIMITED" | "CUSTOM_FUNCTION" | "FULL";

const SECONDS: Readonly<Record<Mode, number>> = { NONE: 30, LIMITED: 30, CUSTOM_FUNCTION: 30, FULL: 360 };
const FILES = ["Config.js", "Vigie.js", "Functions.js"];

export interface Fetched {
  readonly status: number;
  readonly text: string;
}

export interface ScriptOptions {
  readonly api: SheetsApi;
  /** The built project's folder. */
  readonly folder: string;
  readonly locale?: string;
  readonly timeZone?: string;
  readonly language?: string;
  readonly user?: string;
  /** Answers UrlFetchApp; throws as Google does. */
  readonly fetch?: (url: string, options: { method?: string; payload?: string; headers?: object }) => Fetched;
  readonly computed?: (sheet: BookSheet, row: number, column: number) => unknown;
}

/** One execution, as its bill says. */
export interface Execution {
  readonly mode: Mode;
  readonly name: string;
  readonly milliseconds: number;
  readonly cellsRead: number;
}

/** An installed project in one spreadsheet. What outlives an execution is in its fields. */
export class AppsScript {
  readonly executions: Execution[] = [];
  readonly told: string[] = [];
  readonly triggers: { readonly handler: string; readonly hour: number }[] = [];
  readonly properties = new Map<string, string>();
  readonly drive = new Map<string, DriveFile>();
  readonly cache = new Map<string, string>();
  /** Answers `ui.prompt`. */
  prompted = "";
  /** The lock's holder, while another execution has it. */
  isLocked = false;
  selected: { sheetId: number; row: number; column: number } | undefined;
  /** Makes a Drive reader unwelcome. */
  refuseReader: ((email: string) => boolean) | undefined;
  private readonly script: vm.Script;

  constructor(readonly options: ScriptOptions) {
    const source = FILES.map((file) => readFileSync(join(options.folder, file), "utf8")).join("\n");
    refuseNewSyntax(source);
    this.script = new vm.Script(source, { filename: "project.gs" });
  }

  /** Runs a top-level function in a context of its own; the answer comes back as JSON copies it. Rejects as it throws. */
  async run(mode: Mode, name: string, args: readonly unknown[] = []): Promise<unknown> {
    let cellsRead = 0;
    const context = vm.createContext(Object.create(null), { codeGeneration: { strings: true, wasm: false } });
    const inside = (code: string) => vm.runInContext(code, context);
    const newDate = inside("(milliseconds) => new Date(milliseconds)") as (milliseconds: number) => Date;
    Object.assign(
      context,
      this.services(mode, newDate, (count) => {
        cellsRead += count;
      }),
    );
    const began = process.cpuUsage();
    try {
      this.script.runInContext(context, { timeout: SECONDS[mode] * 1000 });
      const run = context[name] as ((...args: readonly unknown[]) => unknown) | undefined;
      if (!run) throw new Error(`Script function not found: ${name}`);
      const answer = await run(...args);
      return answer === undefined ? undefined : JSON.parse(JSON.stringify(answer));
    } finally {
      const { user, system } = process.cpuUsage(began);
      const milliseconds = (user + system) / 1000;
      this.executions.push({ mode, name, milliseconds, cellsRead });
      if (milliseconds > SECONDS[mode] * 1000) this.told.push(`Exceeded maximum execution time: ${name}`);
    }
  }

  /** A person types into a cell: the value stands there, then the simple trigger runs. */
  async edit(sheetId: number, row: number, column: number, value: string | number): Promise<void> {
    const face = this.face(
      "FULL",
      (milliseconds) => new Date(milliseconds),
      () => undefined,
    );
    face.range(sheetId, row + 1, column + 1, 1, 1).setValue(value);
    await this.run("LIMITED", "onEdit", [{ range: face.range(sheetId, row + 1, column + 1, 1, 1) }]);
  }

  private face(mode: Mode, newDate: (milliseconds: number) => Date, cellsRead: (count: number) => void) {
    const { api, locale = "fr_FR", timeZone = "Europe/Paris", computed } = this.options;
    return spreadsheetApp({
      api,
      locale,
      timeZone,
      mayWrite: mode !== "CUSTOM_FUNCTION" && mode !== "NONE",
      newDate,
      cellsRead,
      told: (text) => this.told.push(text),
      ...(computed && { computed }),
      ...(this.selected && { selected: this.selected }),
    });
  }

  private services(mode: Mode, newDate: (milliseconds: number) => Date, cellsRead: (count: number) => void) {
    const face = this.face(mode, newDate, cellsRead);
    const { api, user = "directrice@example.com" } = this.options;
    const ui = {
      Button: { OK: "OK", CANCEL: "CANCEL" },
      ButtonSet: { OK: "OK", OK_CANCEL: "OK_CANCEL" },
      createAddonMenu: () => {
        const menu = {
          addItem: (label: string) => {
            this.told.push(label);
            return menu;
          },
          addSeparator: () => menu,
          addToUi: () => undefined,
        };
        return menu;
      },
      alert: (_title: string, text: string) => this.told.push(text),
      prompt: () => ({ getSelectedButton: () => "OK", getResponseText: () => this.prompted }),
      showSidebar: () => this.told.push("sidebar"),
    };
    const always = {
      SpreadsheetApp: { ...face.app, getUi: () => ui },
      Session: {
        getEffectiveUser: () => ({ getEmail: () => user }),
        getActiveUserLocale: () => this.options.language ?? "fr",
      },
      Utilities: {
        getUuid: randomUUID,
        formatDate,
        newBlob: (bytes: Uint8Array, type: string, name: string) => ({ bytes, type, name }),
        base64Decode: (text: string) => Uint8Array.from(Buffer.from(text, "base64")),
      },
      CacheService: {
        getDocumentCache: () => ({
          get: (key: string) => this.cache.get(key) ?? null,
          put: (key: string, value: string) => {
            if (key.length > 250 || Buffer.byteLength(value) > 102_400) throw new Error("Argument too large");
            this.cache.set(key, value);
          },
        }),
      },
      LockService: {
        getDocumentLock: () => ({ tryLock: () => !this.isLocked, releaseLock: () => undefined }),
      },
      console: { error: (text: string) => this.told.push(text), log: () => undefined },
    };
    const services: Record<string, unknown> = { ...always };
    if (mode === "CUSTOM_FUNCTION") Object.assign(services, { UrlFetchApp: this.urlFetch() });
    if (mode === "FULL")
      Object.assign(services, {
        UrlFetchApp: this.urlFetch(),
        Sheets: {
          Spreadsheets: {
            get: () => JSON.parse(JSON.stringify(api.get())),
            batchUpdate: (resource: gapi.client.sheets.BatchUpdateSpreadsheetRequest) =>
              api.batchUpdate(JSON.parse(JSON.stringify(resource))),
          },
        },
        Drive: driveService(this.drive, (email) => this.refuseReader?.(email) ?? false),
        PropertiesService: {
          getUserProperties: () => ({
            getProperty: (key: string) => this.properties.get(key) ?? null,
            setProperty: (key: string, value: string) => {
              if (value.length > 9_000) throw new Error("Argument too large: value");
              this.properties.set(key, value);
            },
            deleteProperty: (key: string) => this.properties.delete(key),
          }),
        },
        ScriptApp: this.scriptApp(),
        HtmlService: {
          createTemplateFromFile: () => ({ evaluate: () => ({ setTitle: () => "page" }) }),
        },
      });
    return services;
  }

  private urlFetch() {
    return {
      fetch: (url: string, options: { method?: string; payload?: string; headers?: object }) => {
        const { status, text } = this.options.fetch?.(url, options) ?? { status: 404, text: "" };
        return { getResponseCode: () => status, getContentText: () => text };
      },
    };
  }

  private scriptApp() {
    const { triggers } = this;
    return {
      newTrigger: (handler: string) => {
        let hour = 0;
        const builder: Readonly<Record<string, (given: never) => unknown>> = {
          timeBased: () => builder,
          everyDays: () => builder,
          atHour: (at: number) => {
            hour = at;
            return builder;
          },
          nearMinute: () => builder,
          create: () => triggers.push({ handler, hour }),
        };
        return builder;
      },
      getUserTriggers: () =>
        this.triggers.map((trigger) => ({ trigger, getHandlerFunction: () => trigger.handler })),
      deleteTrigger: ({ trigger }: { trigger: (typeof triggers)[number] }) =>
        this.triggers.splice(this.triggers.indexOf(trigger), 1),
    };
  }
}

/** Google refuses to save what its parser does not know; esbuild says so for the same year. */
function refuseNewSyntax(source: string): void {
  const lowered = transformSync(source, { target: "es2019" });
  const given = transformSync(source, { target: "esnext" });
  if (lowered.code !== given.code)
    throw new Error("Syntax newer than es2019, which Google's parser may refuse");
}
