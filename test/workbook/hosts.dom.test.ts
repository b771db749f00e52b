import { type Behaviours, behavioursText, OTHER_BEHAVIOURS } from "../../workbench/host/behaviours";
import * as page from "../../workbench/host/jsdom";
import { inTurn } from "../support/runs";

/**
 * Whole suites again, under each host that an Excel might be. Each names the hosts under which its promises mean
 * nothing: no sheet can be added to a protected workbook.
 */
const SUITES: Readonly<Record<string, readonly (keyof Behaviours)[]>> = {
  "./atomicity.dom.test": ["structure"],
  "./dashboards.dom.test": ["structure"],
};

const RUNS = Object.entries(SUITES).flatMap(([suite, except]) =>
  OTHER_BEHAVIOURS.filter((chosen) => !except.some((name) => name in chosen)).map(
    (chosen) => [suite, behavioursText(chosen)] as const,
  ),
);

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
