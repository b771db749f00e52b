import { act, screen } from "@testing-library/react";
import axe from "axe-core";
import { failed, success } from "../../src/sales/failure";
import type { ConnectAnswer, Source } from "../../src/taskpane/gatewayClient";
import { crm, demo, session, states } from "./doubles";
import { renderPane } from "./rendering";

const registration = { fr: "Réglages › API", en: "Settings › API" };
const company = { name: "url", label: { fr: "Adresse", en: "Address" }, kind: "url" } as const;
const token = {
  name: "token",
  label: { fr: "Jeton", en: "Token" },
  kind: "secret",
  optional: true,
  insteadOfSignIn: true,
} as const;
const source = (changes: Partial<Source> = {}): Source => ({
  ...crm,
  id: "tiny",
  label: { fr: "Petit CRM", en: "Tiny CRM" },
  fields: [company],
  signIn: { isRegistered: true, registration },
  ...changes,
});
const state = (sources: Source) => ({ ...states.connect, sources: [sources, demo] });
const button = (name: string) => screen.getByRole("button", { name });
const heading = () => screen.getByRole("heading", { level: 2 }).textContent;
const needed = failed("source-sign-in", { reason: "needed" });

const violations = async (container: Element) =>
  (await axe.run(container, { rules: { "color-contrast": { enabled: false } } })).violations.map(
    ({ id }) => id,
  );

test("by keyboard: the company's address, the window of the CRM, connected", async () => {
  const openWindow = jest.fn(async () => success("the-claim"));
  const beginSignIn = jest.fn(async () =>
    success({
      address: "https://vigie.test/sign-in/start?attempt=a",
      attempt: "mine",
      expiresInSeconds: 600,
    }),
  );
  const claimSignIn = jest.fn(async () => success(session));
  const asked = source();
  const { user, container } = renderPane(state(asked), { gateway: { beginSignIn, claimSignIn }, openWindow });
  expect(await violations(container)).toEqual([]);
  await user.click(button("Se connecter à Petit CRM"));
  expect(beginSignIn).not.toHaveBeenCalled();
  expect(screen.getByText("À renseigner")).toBeTruthy();
  await user.type(screen.getByLabelText("Adresse"), "https://acme.test{Enter}");
  expect(beginSignIn).toHaveBeenCalledWith(
    expect.objectContaining({ id: "tiny" }),
    { url: "https://acme.test" },
    undefined,
  );
  expect(openWindow).toHaveBeenCalledWith(
    "https://vigie.test/sign-in/start?attempt=a",
    600,
    expect.anything(),
  );
  expect(claimSignIn).toHaveBeenCalledWith(expect.objectContaining({ id: "tiny" }), "mine", "the-claim");
  expect(heading()).toBe("Vous êtes connecté");
});

test.each([
  ["closed", "La connexion à la source n'a pas abouti : la fenêtre a été fermée avant la fin. Recommencez."],
  ["denied", "La connexion à la source n'a pas abouti : l'accès n'a pas été accordé. Recommencez."],
  ["expired", "La connexion à la source n'a pas abouti : elle a pris trop de temps. Recommencez."],
])("a window that ends %s leaves the form as it was and says why", async (reason, sentence) => {
  const openWindow = async () => failed("source-sign-in", { reason });
  const { user } = renderPane(state(source()), { openWindow });
  await user.type(screen.getByLabelText("Adresse"), "https://acme.test{Enter}");
  expect(screen.getByText(sentence)).toBeTruthy();
  expect(screen.getByLabelText<HTMLInputElement>("Adresse").value).toBe("https://acme.test");
});

test("what was allowed earlier connects without a window; once taken back, the window opens", async () => {
  const openWindow = jest.fn(async () => success("c"));
  let known: ConnectAnswer = success(session);
  const asked = source({
    signIn: { isRegistered: true, registration, remembered: { url: "https://acme.test" } },
  });
  const first = renderPane(state(asked), { gateway: { connect: async () => known }, openWindow });
  expect(screen.getByLabelText<HTMLInputElement>("Adresse").value).toBe("https://acme.test");
  await first.user.click(button("Se connecter à Petit CRM"));
  expect(heading()).toBe("Vous êtes connecté");
  expect(openWindow).not.toHaveBeenCalled();
  first.unmount();
  known = failed("source-refused");
  const second = renderPane(state(asked), { gateway: { connect: async () => known }, openWindow });
  await second.user.click(button("Se connecter à Petit CRM"));
  expect(openWindow).toHaveBeenCalledTimes(1);
  expect(heading()).toBe("Vous êtes connecté");
});

test("a gateway that is down is no reason to open a window", async () => {
  const openWindow = jest.fn(async () => success("c"));
  const asked = source({
    signIn: { isRegistered: true, registration, remembered: { url: "https://a.test" } },
  });
  const { user } = renderPane(state(asked), {
    gateway: { connect: async () => failed("gateway-unreachable") },
    openWindow,
  });
  await user.click(button("Se connecter à Petit CRM"));
  expect(openWindow).not.toHaveBeenCalled();
  expect(screen.getByText(/Le service Vigie est injoignable/)).toBeTruthy();
});

test("what was allowed can be forgotten, and is then no longer offered", async () => {
  const remembering = source({ signIn: { isRegistered: true, registration, remembered: {} } });
  const forgetSignIn = jest.fn(async () => success(true));
  const { user, container } = renderPane(state(remembering), {
    gateway: { forgetSignIn, sources: async () => success([source(), demo]) },
  });
  expect(await violations(container)).toEqual([]);
  await user.click(button("Oublier cette autorisation"));
  expect(forgetSignIn).toHaveBeenCalled();
  expect(screen.queryByRole("button", { name: "Oublier cette autorisation" })).toBeNull();
});

test("where Vigie is not registered yet the administrator's way is shown and nothing can be sent", async () => {
  const beginSignIn = jest.fn();
  const asked = source({ fields: [], signIn: { isRegistered: false, registration } });
  const { user } = renderPane(state(asked), { gateway: { beginSignIn } });
  expect(screen.getByText(/Réglages › API/)).toBeTruthy();
  await user.click(button("Se connecter à Petit CRM"));
  expect(beginSignIn).not.toHaveBeenCalled();
});

test("a token is the other way: then it is required, and no window opens", async () => {
  const connect = jest.fn(async () => success(session));
  const openWindow = jest.fn(async () => success("c"));
  const { user } = renderPane(state(source({ fields: [token] })), { gateway: { connect }, openWindow });
  expect(screen.queryByLabelText("Jeton")).toBeNull();
  await user.click(screen.getByRole("radio", { name: "Avec un jeton" }));
  await user.click(button("Se connecter"));
  expect(screen.getByText("À renseigner")).toBeTruthy();
  await user.type(screen.getByLabelText("Jeton"), "t0ken{Enter}");
  expect(connect).toHaveBeenCalledWith(expect.anything(), { token: "t0ken" }, undefined);
  expect(openWindow).not.toHaveBeenCalled();
});

test("with the team's account one says its code; who has it signs the team in where nobody has yet", async () => {
  const connectAsTeam = jest.fn(async (): Promise<ConnectAnswer> => needed);
  const beginSignIn = jest.fn(async () =>
    success({ address: "https://v.test/", attempt: "a", expiresInSeconds: 60 }),
  );
  const asked = source({ fields: [], teamAccount: { isRemembered: false } });
  const { user, container } = renderPane(state(asked), { gateway: { connectAsTeam, beginSignIn } });
  await user.click(screen.getByRole("radio", { name: "Avec le compte d'équipe" }));
  expect(await violations(container)).toEqual([]);
  await user.type(screen.getByLabelText("Code du compte d'équipe"), "douze caractères{Enter}");
  expect(connectAsTeam).toHaveBeenCalledWith(expect.anything(), "douze caractères");
  expect(beginSignIn).toHaveBeenCalledWith(expect.anything(), {}, "douze caractères");
  expect(heading()).toBe("Vous êtes connecté");
});

test("a wrong code of the team opens no window", async () => {
  const openWindow = jest.fn(async () => success("c"));
  const { user } = renderPane(state(source({ fields: [], teamAccount: { isRemembered: false } })), {
    gateway: { connectAsTeam: async () => failed("source-refused") },
    openWindow,
  });
  await user.click(screen.getByRole("radio", { name: "Avec le compte d'équipe" }));
  await user.type(screen.getByLabelText("Code du compte d'équipe"), "faux{Enter}");
  await act(async () => undefined);
  expect(openWindow).not.toHaveBeenCalled();
});

test("by keyboard: while the window is open it can be given up, and the button has the focus again", async () => {
  let given: AbortSignal | undefined;
  const openWindow = (_address: string, _seconds: number, signal: AbortSignal) =>
    new Promise<ReturnType<typeof failed>>((resolve) => {
      given = signal;
      signal.addEventListener("abort", () => resolve(failed("source-sign-in", { reason: "closed" })));
    });
  const cancelSignIn = jest.fn(async () => undefined);
  const claimSignIn = jest.fn(async () => success(session));
  const beginSignIn = async () =>
    success({ address: "https://vigie.test/sign-in/start?attempt=a", attempt: "mine", expiresInSeconds: 9 });
  const { user, container } = renderPane(state(source()), {
    gateway: { beginSignIn, claimSignIn, cancelSignIn },
    openWindow,
  });
  expect(screen.queryByRole("button", { name: "Annuler" })).toBeNull();
  await user.type(screen.getByLabelText("Adresse"), "https://acme.test{Enter}");
  expect(screen.getByRole("status").textContent).toBe("Identifiez-vous dans la fenêtre qui s'est ouverte.");
  expect(await violations(container)).toEqual([]);
  button("Connexion en cours…").focus();
  await user.tab();
  expect(document.activeElement).toBe(button("Annuler"));
  await user.keyboard("{Enter}");
  expect(given?.aborted).toBe(true);
  expect(cancelSignIn).toHaveBeenCalledWith("mine");
  expect(claimSignIn).not.toHaveBeenCalled();
  expect(document.activeElement).toBe(button("Se connecter à Petit CRM"));
  expect(screen.queryByRole("button", { name: "Annuler" })).toBeNull();
  // Given up is no failure, and what was typed stays.
  expect(screen.queryByText(/n'a pas abouti/)).toBeNull();
  expect(screen.getByLabelText<HTMLInputElement>("Adresse").value).toBe("https://acme.test");
});

test("a CRM that does not confirm the withdrawal is said in one sentence, and nothing is remembered", async () => {
  const remembering = source({ signIn: { isRegistered: true, registration, remembered: {} } });
  const { user } = renderPane(state(remembering), {
    gateway: { forgetSignIn: async () => success(false), sources: async () => success([source(), demo]) },
  });
  await user.click(button("Oublier cette autorisation"));
  expect(
    screen.getByText(
      "Vigie a oublié cette autorisation, mais la source « Petit CRM » n'a pas confirmé son retrait : retirez-la aussi dans ses réglages.",
    ),
  ).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Oublier cette autorisation" })).toBeNull();
});

describe("a team's account that this machine remembers", () => {
  const known = source({ fields: [], teamAccount: { isRemembered: true } });
  const chooseTeam = async (gateway: Parameters<typeof renderPane>[1]) => {
    const rendered = renderPane(state(known), gateway);
    await rendered.user.click(screen.getByRole("radio", { name: "Avec le compte d'équipe" }));
    return rendered;
  };

  test("is entered without its code, and named", async () => {
    const connectAsTeam = jest.fn(async () => success({ ...session, account: "team" as const }));
    const { user, container } = await chooseTeam({ gateway: { connectAsTeam } });
    expect(screen.getByText("Ce poste s'en souvient : le code n'est plus demandé.")).toBeTruthy();
    expect(await violations(container)).toEqual([]);
    await user.click(button("Se connecter"));
    expect(connectAsTeam).toHaveBeenCalledWith(expect.anything(), undefined);
    expect(screen.getByText("Compte d'équipe : Ana")).toBeTruthy();
  });

  test("opens no window where the team has to sign in anew: that takes its code", async () => {
    const openWindow = jest.fn(async () => success("c"));
    const { user } = await chooseTeam({ gateway: { connectAsTeam: async () => needed }, openWindow });
    await user.click(button("Se connecter"));
    expect(openWindow).not.toHaveBeenCalled();
    await user.type(screen.getByLabelText(/^Code du compte d'équipe/), "douze caractères{Enter}");
    expect(openWindow).toHaveBeenCalledTimes(1);
  });

  test("is forgotten when told to, and its code asked for again", async () => {
    const forgetTeam = jest.fn(async () => success(undefined));
    const forgotten = source({ fields: [], teamAccount: { isRemembered: false } });
    const { user } = await chooseTeam({
      gateway: { forgetTeam, sources: async () => success([forgotten, demo]) },
    });
    await user.click(button("Oublier le compte d'équipe"));
    expect(forgetTeam).toHaveBeenCalledWith(expect.objectContaining({ id: "tiny" }));
    expect(screen.queryByRole("button", { name: "Oublier le compte d'équipe" })).toBeNull();
    await user.click(button("Se connecter"));
    expect(screen.getByText("À renseigner")).toBeTruthy();
  });
});
