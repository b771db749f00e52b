import { openWindow } from "../../../bench/officeWindow";
import { createSignInEffects } from "../../../src/taskpane/signIn";
import { type DialogHost, openSignInDialog } from "../../../src/taskpane/signInDialog";
import { createStore } from "../../../src/taskpane/store";
import { refreshWorkbook } from "../../../src/workbook";
import { openScene, type Scene } from "./scene";

let scene: Scene;
beforeAll(async () => {
  openWindow();
  scene = await openScene();
}, 60_000);
afterAll(() => scene.stop());

/** Office's dialog: the window goes through the CRM and hands its message to the pane. */
const dialogHost = (): DialogHost => ({
  displayDialogAsync: (address, _, opened) => {
    const close = () => undefined;
    const addEventHandler = (event: unknown, handler: (told: { message: string }) => void) => {
      if (event !== "dialogMessageReceived") return;
      void scene
        .window()
        .signIn(address)
        .then((told) => handler({ message: JSON.stringify(told) }));
    };
    opened({ status: "succeeded", value: { close, addEventHandler } });
  },
});

const stored = (storage: Storage): string => JSON.stringify({ ...storage });

test.each([true, false])(
  "after a whole run no token is in the workbook, the browser's storage, the pane's words or the log (cookies: %s)",
  async (keepsCookies) => {
    // Only now: the harness takes hold of the window as it is loaded.
    const { openOffice } = await import("../../../workbench/host/jsdom");
    const office = await openOffice();
    const pane = scene.pane({ keepsCookies });
    const store = createStore();
    const openSignIn = (address: string, seconds: number) => openSignInDialog(dialogHost(), address, seconds);
    const services = { gateway: pane.client, openWindow: openSignIn };
    const effects = createSignInEffects(store, services, (_, work) => work());
    await effects.signIn(await pane.source(), {});
    const session = store.getState().session!;
    expect(session).toMatchObject({ user: "director" });
    scene.crm.expireAccess();
    const { signal } = new AbortController();
    const refreshed = await refreshWorkbook(pane.client.refresh(session, signal), {
      user: session.user,
      signal,
    });
    expect(refreshed).toMatchObject({ ok: true });

    const saved = JSON.stringify([office.host.save(), office.grid.save()]);
    // The search sees what the workbook holds.
    expect(saved).toContain("Chloé");
    const cookies = [...pane.browser.cookies.values()].map(({ value }) => value);
    const secrets = [...scene.crm.secrets, ...cookies, ...(session.token ? [session.token] : [])];
    expect(secrets.length).toBeGreaterThan(5);
    const { session: _, ...state } = store.getState();
    const places = {
      workbook: saved,
      localStorage: stored(window.localStorage),
      sessionStorage: stored(window.sessionStorage),
      cookies: document.cookie + pane.browser.visibleCookies,
      page: document.documentElement.outerHTML,
      state: JSON.stringify(state),
      log: scene.log.join(""),
    };
    for (const [place, text] of Object.entries(places))
      for (const secret of secrets)
        expect({ place, holds: text.includes(secret) }).toEqual({ place, holds: false });
    for (const answer of scene.heard)
      for (const secret of scene.crm.secrets) expect(answer.includes(secret)).toBe(false);
    await pane.client.disconnect(session);
    office.dispose();
  },
  60_000,
);
