import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ICON_SIZES, LONGEST, NAMESPACE, ORDER, RIBBON_SIZES, SHORTCUT, UUID, VERSION } from "./rules";

const ROOT = join(__dirname, "..", "..");
const xml = new DOMParser().parseFromString(readFileSync(join(ROOT, "manifest.xml"), "utf8"), "text/xml");
const BASE = "https://localhost:3443/";

const elements = (name: string): Element[] =>
  [...xml.querySelectorAll("*")].filter((e) => e.nodeName === name);
const one = (name: string): Element => {
  const [found, ...others] = elements(name);
  if (!found || others.length > 0) throw new Error(`${others.length + 1} × ${name}`);
  return found;
};
/** Every text of a resource or a setting: its default and its overrides. */
const texts = (element: Element): string[] =>
  [element, ...element.children].flatMap(
    (e) => e.getAttribute("DefaultValue") ?? e.getAttribute("Value") ?? [],
  );
const resources = (list: string): Element[] => [...one(list).children];
const resource = (id: string | null | undefined): string =>
  resourceIds()
    .get(id ?? "")
    ?.getAttribute("DefaultValue") ?? "";
const resourceIds = (): Map<string, Element> =>
  new Map([...one("Resources").children].flatMap((list) => [...list.children].map((e) => [e.id, e])));

/** What a rule of ORDER speaks about. */
function subjects(rule: string): Element[] {
  const typed = /^(\w+)\[(\w+)\]$/.exec(rule);
  if (typed) return elements(typed[1]!).filter((e) => e.getAttribute("xsi:type") === typed[2]);
  if (rule === "VersionOverrides Host") return elements("Host").filter((e) => e.closest("VersionOverrides"));
  return elements(rule);
}

test("it is well-formed", () => {
  expect(xml.querySelector("parsererror")).toBeNull();
  expect(xml.documentElement.getAttribute("xsi:type")).toBe("TaskPaneApp");
});

test.each(Object.entries(ORDER))(
  "%s has its required children, in the schema's order, and no others",
  (rule, order) => {
    const names = order.map((name) => name.replace("!", ""));
    expect(subjects(rule).length).toBeGreaterThan(0);
    for (const subject of subjects(rule)) {
      const found = [...subject.children].map((e) => e.nodeName);
      expect(names).toEqual(expect.arrayContaining(found));
      expect(found).toEqual([...found].sort((a, b) => names.indexOf(a) - names.indexOf(b)));
      expect(found).toEqual(
        expect.arrayContaining(order.filter((n) => n.endsWith("!")).map((n) => n.slice(0, -1))),
      );
    }
  },
);

test("no resid dangles, none is defined twice or for nothing", () => {
  const defined = [...one("Resources").children].flatMap((list) => [...list.children].map((e) => e.id));
  const used = [...xml.querySelectorAll("[resid]")].map((e) => e.getAttribute("resid"));
  expect(new Set(defined).size).toBe(defined.length);
  expect(new Set(used)).toEqual(new Set(defined));
  for (const id of defined) expect(id.length).toBeLessThanOrEqual(LONGEST.resourceId);
});

test("texts fit where Office shows them", () => {
  const check = (found: readonly Element[], longest: number) => {
    for (const text of found.flatMap(texts)) {
      expect(text.trim()).not.toBe("");
      expect([...text].length).toBeLessThanOrEqual(longest);
    }
  };
  check([one("DisplayName")], LONGEST.shortString);
  check([xml.documentElement.querySelector(":scope > Description")!], LONGEST.longString);
  check(resources("bt:ShortStrings"), LONGEST.shortResource);
  check(resources("bt:LongStrings"), LONGEST.longResource);
  expect(one("ProviderName").textContent!.length).toBeLessThanOrEqual(LONGEST.shortString);
});

/** Those of French that Office has; every other language falls back to English, in the pane as here. */
const FRENCH = ["fr-FR", "fr-CA"];

test("English for all but French, which has everything a person reads, its functions and its keys too", () => {
  expect(one("DefaultLocale").textContent).toBe("en-US");
  const readable = [
    ...resources("bt:ShortStrings"),
    ...resources("bt:LongStrings"),
    resourceIds().get("Functions.Metadata.Url")!,
    one("DisplayName"),
  ].filter(({ id }) => !["Functions.Namespace", "Group.Label"].includes(id));
  for (const element of readable) {
    expect([...element.children].map((e) => e.getAttribute("Locale"))).toEqual(FRENCH);
    const [, ...french] = texts(element);
    expect(new Set(french).size).toBe(1);
  }
  expect(resource("Functions.Metadata.Url")).toContain("functions.en.json");
  expect(texts(resourceIds().get("Open.Label")!)).toEqual(["Open Vigie", "Ouvrir Vigie", "Ouvrir Vigie"]);
});

test("the namespace is KPI, within Excel's limits", () => {
  const namespace = resource(one("Namespace").getAttribute("resid"));
  expect(namespace).toBe("KPI");
  expect(namespace).toMatch(NAMESPACE);
  expect(namespace.length).toBeLessThanOrEqual(LONGEST.namespace);
});

test("every address is https, on the one origin, and within the longest", () => {
  const addresses = [
    ...["IconUrl", "HighResolutionIconUrl", "SupportUrl"].flatMap((name) => texts(one(name))),
    ...elements("SourceLocation").flatMap((e) => texts(e)),
    ...resources("bt:Urls").flatMap(texts),
    ...resources("bt:Images").flatMap(texts),
  ];
  expect(addresses.length).toBeGreaterThan(10);
  for (const address of addresses) {
    expect(address.startsWith(BASE)).toBe(true);
    expect(new URL(address).href).toBe(address);
    expect(address.length).toBeLessThanOrEqual(LONGEST.url);
  }
  expect(elements("AppDomain").map((e) => `${e.textContent}/`)).toEqual([BASE]);
});

/** Width and height in pixels, from the header chunk of a PNG. */
function pngSize(address: string): readonly [number, number] {
  const bytes = readFileSync(join(ROOT, address.slice(BASE.length)));
  expect(bytes.subarray(0, 8).toString("hex")).toBe("89504e470d0a1a0a");
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

test("each icon is there with exactly its size", () => {
  for (const [name, size] of Object.entries(ICON_SIZES))
    expect(pngSize(texts(one(name))[0]!)).toEqual([size, size]);
  for (const icon of elements("Icon")) {
    expect([...icon.children].map((e) => Number(e.getAttribute("size")))).toEqual([...RIBBON_SIZES]);
    for (const image of icon.children) {
      const size = Number(image.getAttribute("size"));
      expect(pngSize(resource(image.getAttribute("resid")))).toEqual([size, size]);
    }
  }
  for (const size of [16, 32, 64, 80, 128])
    expect(pngSize(`${BASE}assets/icon-${size}.png`)).toEqual([size, size]);
});

test("pane, ribbon function and custom functions share one long-lived runtime", () => {
  const [runtime] = elements("Runtime");
  expect(runtime?.getAttribute("lifetime")).toBe("long");
  const page = runtime?.getAttribute("resid");
  const sharing = [
    one("FunctionFile"),
    one("Page").querySelector("SourceLocation"),
    ...elements("Action").flatMap((action) => [...action.querySelectorAll("SourceLocation")]),
  ];
  for (const element of sharing) expect(element?.getAttribute("resid")).toBe(page);
  // The documentation: no TaskpaneId with a long-lived runtime.
  expect(elements("TaskpaneId")).toEqual([]);
});

/** The actions that the pane's entry registers by name. */
const registered = [
  ...readFileSync(join(ROOT, "src", "taskpane", "entry.tsx"), "utf8").matchAll(
    /Office\.actions\.associate\(\s*"(\w+)"/g,
  ),
].map(([, name]) => name);

test("ribbon and context menu open the pane and run functions that the code registers", () => {
  const actions = elements("Action").map((e) => e.getAttribute("xsi:type"));
  expect(actions).toEqual(["ShowTaskpane", "ExecuteFunction", "ExecuteFunction"]);
  expect(elements("FunctionName").map((e) => e.textContent)).toEqual(["refresh", "explain"]);
  expect(registered).toEqual(expect.arrayContaining(["refresh", "explain"]));
  expect(one("OfficeMenu").id).toBe("ContextMenuCell");
  const ids = elements("Control").map((e) => e.id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id.length).toBeLessThanOrEqual(LONGEST.controlId);
});

test("each keyboard shortcut runs a registered action, and its keys are allowed and free", () => {
  const read = (attribute: string) =>
    JSON.parse(
      readFileSync(join(ROOT, one("ExtendedOverrides").getAttribute(attribute)!.slice(BASE.length)), "utf8"),
    );
  const overrides = read("Url");
  const french = read("ResourcesUrl");
  const english = overrides.resources.default;
  expect(Object.keys(french)).toEqual(Object.keys(english));
  const names = overrides.actions.map(
    ({ name }: { name: string }) => /^\$\{resource\.(\w+)\}$/.exec(name)?.[1],
  );
  expect(names).toEqual(Object.keys(english));
  for (const name of names) expect(french[name].value).not.toBe(english[name].value);
  const ids = overrides.actions.map(({ id }: { id: string }) => id);
  expect(registered).toEqual(expect.arrayContaining(ids));
  const keys: string[] = [];
  for (const { action, key } of overrides.shortcuts) {
    expect(ids).toContain(action);
    for (const combination of Object.values<string>(key)) {
      expect(combination).toMatch(SHORTCUT);
      keys.push(combination);
    }
    // The pattern that Microsoft recommends, and what its keys are called on a Mac.
    expect(key.default).toMatch(/^Ctrl\+Shift\+Alt\+[A-Z]$/);
    expect(key.mac).toBe(key.default.replace("Ctrl", "Command").replace("Alt", "Option"));
  }
  expect(new Set(keys).size).toBe(keys.length);
  expect(readFileSync(join(ROOT, "webpack.config.js"), "utf8")).toContain("assets/shortcuts*.json");
});

test("the version and the id have Office's form, and the version follows the package's", () => {
  expect(one("Version").textContent).toMatch(VERSION);
  expect(one("Id").textContent).toMatch(UUID);
  const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  expect(one("Version").textContent).toBe(`${version}.0`);
});

test("it asks only for the requirement sets the code needs", () => {
  const sets = Object.fromEntries(
    elements("Set").map((e) => [e.getAttribute("Name"), e.getAttribute("MinVersion")]),
  );
  expect(sets).toEqual({ SharedRuntime: "1.1", CustomFunctionsRuntime: "1.1", ExcelApi: "1.9" });
});

test("every page it names is made by the build", () => {
  const made =
    readFileSync(join(ROOT, "webpack.config.js"), "utf8") +
    readFileSync(join(ROOT, "scripts", "build.ts"), "utf8");
  for (const element of resources("bt:Urls").flatMap(texts))
    expect(made).toContain(element.slice(BASE.length));
  expect(existsSync(join(ROOT, "assets", "aide.html"))).toBe(true);
});
