import { type DialogHost, openSignInDialog } from "../../src/taskpane/signInDialog";
import { runSignInPage } from "../../src/taskpane/signInPage";

const ADDRESS = "https://vigie.test/sign-in/start?attempt=a";

/** Office's dialog, moved by hand. */
function host(status = "succeeded") {
  const handlers = new Map<unknown, (told: never) => void>();
  const close = jest.fn();
  const opened: string[] = [];
  const dialogHost: DialogHost = {
    displayDialogAsync: (address, _, tell) => {
      opened.push(address);
      tell({ status, value: { close, addEventHandler: (event, handler) => handlers.set(event, handler) } });
    },
  };
  const tell = (event: string, told: object) => handlers.get(event)?.(told as never);
  return {
    dialogHost,
    close,
    opened,
    says: (message: unknown, origin?: string) => tell("dialogMessageReceived", { message, origin }),
    ends: (error: number) => tell("dialogEventReceived", { error }),
  };
}

const reason = (text: string) => ({
  ok: false,
  failure: { code: "source-sign-in", params: { reason: text } },
});

test("the window's last page hands over the claim, and the window is closed", async () => {
  const office = host();
  const claim = openSignInDialog(office.dialogHost, ADDRESS, 5);
  office.says('{"claim":"c"}', "https://vigie.test");
  expect(await claim).toEqual({ ok: true, value: "c" });
  expect(office.opened).toEqual([ADDRESS]);
  expect(office.close).toHaveBeenCalledTimes(1);
});

test("a person who closes the window, a window that does not open and one that lasts too long are told apart", async () => {
  const closed = host();
  const left = openSignInDialog(closed.dialogHost, ADDRESS, 5);
  closed.ends(12006);
  expect(await left).toEqual(reason("closed"));
  expect(await openSignInDialog(host("failed").dialogHost, ADDRESS, 5)).toEqual(reason("blocked"));
  const slow = host();
  expect(await openSignInDialog(slow.dialogHost, ADDRESS, 0.05)).toEqual(reason("expired"));
  expect(slow.close).toHaveBeenCalled();
});

test("a failure of the gateway's page is handed on; anything else is no answer of ours", async () => {
  const failure = { code: "source-sign-in", params: { source: "X", reason: "denied" } };
  const answer = async (message: string) => {
    const office = host();
    const told = openSignInDialog(office.dialogHost, ADDRESS, 5);
    office.says(message);
    return told;
  };
  expect(await answer(JSON.stringify({ failure }))).toEqual({ ok: false, failure });
  for (const other of ["{", "null", "{}", '{"claim":4}', '{"failure":{"code":"evil","params":{}}}'])
    expect(await answer(other)).toMatchObject({ ok: false, failure: { code: "gateway-invalid-answer" } });
});

test("a page of another site cannot speak for ours", async () => {
  const office = host();
  const told = openSignInDialog(office.dialogHost, ADDRESS, 0.1);
  office.says('{"claim":"forged"}', "https://evil.test");
  expect(await told).toEqual(reason("expired"));
});

test("closing a window that is closed already is no failure", async () => {
  const office = host();
  office.close.mockImplementation(() => {
    throw new Error("12006");
  });
  const told = openSignInDialog(office.dialogHost, ADDRESS, 5);
  office.ends(12006);
  expect(await told).toEqual(reason("closed"));
});

describe("a page of the window", () => {
  const run = async (task: object, ready: Promise<unknown> = Promise.resolve()) => {
    const goTo = jest.fn();
    const tellPane = jest.fn();
    await runSignInPage(JSON.stringify(task), { ready, goTo, tellPane });
    return { goTo: goTo.mock.calls, tellPane: tellPane.mock.calls };
  };

  test("goes on to the CRM, or tells the pane", async () => {
    expect(await run({ next: "https://crm.test/authorize" })).toEqual({
      goTo: [["https://crm.test/authorize"]],
      tellPane: [],
    });
    expect(await run({ claim: "c" })).toEqual({ goTo: [], tellPane: [['{"claim":"c"}']] });
  });

  test("never runs an address as a script", async () => {
    expect(await run({ next: "javascript:alert(1)" })).toEqual({ goTo: [], tellPane: [] });
  });

  test("goes on even when Office's library never answers", async () => {
    jest.useFakeTimers();
    const done = run({ next: "https://crm.test/" }, new Promise(() => undefined));
    await jest.advanceTimersByTimeAsync(6_000);
    jest.useRealTimers();
    expect((await done).goTo).toHaveLength(1);
  });
});

test("a sign-in that is given up closes its window, also one that opens only then", async () => {
  const office = host();
  const giving = new AbortController();
  const left = openSignInDialog(office.dialogHost, ADDRESS, 5, giving.signal);
  giving.abort();
  expect(await left).toEqual(reason("closed"));
  expect(office.close).toHaveBeenCalledTimes(1);
  // What the window says too late changes nothing.
  office.says('{"claim":"c"}', "https://vigie.test");
  expect(office.close).toHaveBeenCalledTimes(1);
});
