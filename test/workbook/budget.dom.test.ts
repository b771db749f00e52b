import { benchData } from "../../bench/engineData";
import { loadWorkbook, refreshWorkbook } from "../../src/workbook";
import { type OpenedOffice, openOffice } from "../../workbench/host/jsdom";
import { bareWrite, framesOf } from "./bareWrite";
import { granted, same } from "./office";
import { sample, streamed } from "./sampleFrames";

const REQUEST = 4_000_000;
const LIMIT = 5_000_000;

let office: OpenedOffice;
beforeEach(async () => {
  office = await openOffice();
  office.host.resetCounters();
});
afterEach(() => office.dispose());

async function measured(work: () => Promise<unknown>) {
  office.host.resetCounters();
  await work();
  const { syncs, bytesUp, bytesDown } = office.host.counters();
  const largest = Math.max(
    ...office.host.log().map((request) => Math.max(request.bytesUp, request.bytesDown)),
  );
  return { syncs, bytesUp, bytesDown, largest };
}

test("a refresh of 20,000 lines costs at most 1.5 bare writes in bytes and bytes ÷ 4 MB + 10 requests", async () => {
  const data = benchData(20_000);
  const refresh = async () => granted(await refreshWorkbook(streamed([...framesOf(data)]), { user: "Anne" }));
  const first = await measured(refresh);
  const second = await measured(refresh);
  const bare = await measured(() => bareWrite(data));
  for (const { syncs, bytesUp, largest } of [first, second]) {
    expect(bytesUp).toBeGreaterThan(1_500_000);
    expect(bytesUp / bare.bytesUp).toBeLessThan(1.5);
    expect(syncs).toBeLessThanOrEqual(bytesUp / REQUEST + 10);
    expect(largest).toBeLessThan(LIMIT);
  }
}, 60_000);

test("a workbook of 20,000 lines opens in few requests, none of five megabytes", async () => {
  const data = benchData(20_000);
  const refreshed = granted(await refreshWorkbook(streamed([...framesOf(data)]), { user: "Anne" }));
  const { syncs, bytesDown, largest } = await measured(async () => {
    // Not toEqual: showing where two large tables differ would take minutes.
    expect(same(granted(await loadWorkbook()), refreshed.data)).toBe(true);
  });
  expect(bytesDown).toBeGreaterThan(1_500_000);
  expect(syncs).toBeLessThanOrEqual(bytesDown / REQUEST + 3);
  expect(largest).toBeLessThan(LIMIT);
}, 60_000);

test("text of any length and script stays under the limit of a request, there and back", async () => {
  const { frames, data } = sample({ rows: { leads: 400, customers: 40 }, bulky: "leads", chunkRows: 400 });
  const up = await measured(async () => granted(await refreshWorkbook(streamed(frames), { user: "Anne" })));
  const down = await measured(async () => {
    expect(same(granted(await loadWorkbook()), data)).toBe(true);
  });
  expect(up.bytesUp).toBeGreaterThan(20_000_000);
  for (const { largest } of [up, down]) expect(largest).toBeLessThan(LIMIT);
  expect(up.syncs).toBeLessThanOrEqual(up.bytesUp / REQUEST + 10);
}, 60_000);
