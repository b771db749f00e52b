import { type Behaviours, behavioursText, OTHER_BEHAVIOURS } from "../../workbench/host/behaviours";
import * as page from "../../workbench/host/jsdom";
import { inTurn } from "../support/runs";

/**
 * Whole suites again, under each host that an Excel might be; beside each, the hosts under which its promises mean
 * nothing. No sheet can be added to a protected workbook, nor to one behind another in an older Excel. Behind another,
 * views come later and cost requests: `front.dom.test.ts` says which.
 */
const SUITES: Readonly<Record<string, readonly Partial<Behaviours>[]>> = {
  "./atomicity.dom.test": [{ structure: "protected" }, { workbookInFront: "otherInOlderExcel" }],
  "./dashboards.dom.test": [
    { structure: "protected" },
    { workbookInFront: "other" },
    { workbookInFront: "otherInOlderExcel" },
  ],
};

const RUNS = Object.entries(SUITES).flatMap(([suite, except]) => {
  const excepted = except.map(behavioursText);
  return OTHER_BEHAVIOURS.map(behavioursText)
    .filter((host) => !excepted.includes(host))
    .map((host) => [suite, host] as const);
});

const before = process.env.VIGIE_HOST;

describe.each(inTurn(RUNS))("%s with %s", (suite, host) => {
  beforeAll(() => {
    process.env.VIGIE_HOST = host;
  });
  afterAll(() => {
    if (before === undefined) delete process.env.VIGIE_HOST;
    else process.env.VIGIE_HOST = before;
  });
  jest.isolateModules(() => {
    // Each suite is read anew, and all of them share the one window that office.js is loaded into.
    jest.doMock("../../workbench/host/jsdom", () => page);
    require(suite);
  });
});
