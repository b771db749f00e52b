import type { Connector } from "../../src/crm/connector";
import { createGateway } from "../../src/gateway/gateway";
import { decodeFrames } from "../../src/sales/frames";
import { LONGEST_MARK, type RefreshFrame } from "../../src/sales/stream";
import { MOVING, MovingCrm } from "../crm/movingCrm";
import { configOf, depsOf } from "./doubles";

/** A CRM at some address, for some account. */
function connectorTo(crm: MovingCrm): Connector {
  const label = { fr: "?", en: "?" };
  return {
    declaration: {
      ...MOVING,
      fields: [
        { name: "address", label, kind: "url" },
        { name: "password", label, kind: "secret" },
      ],
    },
    connect: async () => crm.connection("gone"),
  };
}

function gatewayTo(crm: MovingCrm) {
  const { app } = createGateway(configOf(), depsOf([connectorTo(crm)]));
  return async (since?: string, options: Record<string, string> = {}): Promise<RefreshFrame[]> => {
    const body = JSON.stringify({
      source: MOVING.id,
      options: { address: "https://crm.example", password: "secret-1", ...options },
    });
    const opened = await app.request("/api/sessions", { method: "POST", body });
    const headers = { Authorization: `Bearer ${(await opened.json()).token}` };
    const query = since === undefined ? "" : `?since=${encodeURIComponent(since)}`;
    const response = await app.request(`/api/refresh${query}`, { headers });
    if (!response.ok) throw new Error(`${response.status} ${(await response.json()).failure.code}`);
    const frames: RefreshFrame[] = [];
    for await (const frame of decodeFrames(response.body!)) frames.push(frame);
    return frames;
  };
}

const markOf = (frames: readonly RefreshFrame[]): string => {
  const end = frames.at(-1);
  if (end?.type !== "end" || end.mark === undefined) throw new Error("no mark");
  return end.mark;
};

const market = () => {
  const crm = new MovingCrm(100);
  for (let at = 0; at < 40; at++) crm.insert("products", { name: `P${at}` });
  return crm;
};

test("with the mark of an earlier refresh only what moved since then is sent", async () => {
  const crm = market();
  const refresh = gatewayTo(crm);
  const mark = markOf(await refresh());
  crm.edit("products", 3, { name: "Autre" });
  crm.remove("products", 5);
  const frames = await refresh(mark);
  expect(frames[0]).toMatchObject({ type: "start", mode: "changes" });
  expect(frames.filter(({ type }) => type === "chunk" || type === "gone")).toMatchObject([
    { type: "gone", ids: ["5"] },
    { type: "chunk", rows: 1, columns: { id: ["3"], name: ["Autre"] } },
  ]);
  expect(markOf(frames)).not.toBe(mark);
});

test("a mark serves at its own address alone, whatever the password, and holds neither", async () => {
  const refresh = gatewayTo(market());
  const mark = markOf(await refresh());
  expect(mark).not.toMatch(/crm\.example|secret/);
  const [same] = await refresh(mark, { password: "secret-2" });
  expect(same).toMatchObject({ mode: "changes" });
  const [other] = await refresh(mark, { address: "https://other.example" });
  expect(other).toMatchObject({ mode: "full", fullBecause: { code: "changes-of-another" } });
});

test("marks that are none give everything; one that is too long is refused", async () => {
  const refresh = gatewayTo(market());
  for (const since of ["x", "a.b.c", "../..", "%00"]) {
    const [start] = await refresh(since);
    expect(start).toMatchObject({ mode: "full", fullBecause: { code: "changes-of-another" } });
  }
  await expect(refresh("x".repeat(LONGEST_MARK + 1))).rejects.toThrow("request-invalid");
});
