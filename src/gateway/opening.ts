import type { Context } from "hono";
import type { Connection, Connector, ConnectorDeclaration } from "../crm";
import { noteSentence } from "../i18n";
import { lackWithKpis } from "../kpi";
import type { TableName } from "../sales/schema";
import { invoicingOf } from "../sales/tables";
import { connect, optionsFor } from "./connecting";
import { connectionFingerprint } from "./connectionFingerprint";
import { dropSessionCookies, type Person, personOf, setSessionCookie } from "./cookies";
import type { GatewayContext } from "./deps";
import { answerFailure, answerFilesToMap } from "./errorAnswers";
import { failureFor } from "./faults";
import type { UploadHold } from "./limits/uploadBudget";
import type { Session, SessionKey } from "./sessions";
import type { Grant } from "./signIn/grants";
import { signInRefusal } from "./signIn/refusal";
import { connectorOptions } from "./signIn/registration";
import type { SessionRequest } from "./upload";

/** For whom a session is opened. */
export interface Account {
  readonly person: Person;
  readonly isTeam: boolean;
}

/** The connection to open, and the sign-in to use. */
interface Opening extends Account {
  readonly connector: Connector;
  readonly options: Readonly<Record<string, unknown>>;
  readonly grant?: Grant | undefined;
  /** The person's files in memory, let go when the session is over. */
  readonly hold?: UploadHold;
}

/**
 * Opens the session a person asked for: with the form's secrets, with what they allowed at the CRM earlier, or with
 * the team's account. Throws FailureError; `source-sign-in` when they have to sign in at the CRM first.
 */
export async function openAsked(
  context: Context,
  connector: Connector,
  account: Account,
  { hold, ...request }: SessionRequest & { readonly hold: UploadHold },
  gateway: GatewayContext,
): Promise<Response> {
  const { declaration } = connector;
  const set = {
    ...connectorOptions(gateway.config, declaration.id),
    ...teamOptions(account, declaration.id, gateway),
  };
  const given = optionsFor(connector, request.options, set);
  const isForm = isWithoutSignIn(declaration, { ...given, ...set });
  const grant = isForm ? undefined : gateway.grants.find(account.person, declaration);
  if (!isForm && !isSameCompany(grant, given)) throw signInRefusal(declaration.label.fr, "needed");
  const options = { ...given, ...set };
  // With a mapping too: a file that was just given a table has headings to ask about.
  const files = (await connector.filesToMap?.(options)) ?? [];
  if (files.length > 0) return answerFilesToMap(context, files);
  return openSession(context, { connector, options, grant, hold, ...account }, gateway);
}

/** Connects, keeps the session and answers it. Throws FailureError. */
export async function openSession(
  context: Context,
  { connector, options, grant, hold, isTeam }: Opening,
  { config, deps, sessions, grants, teamMemory, networkOf }: GatewayContext,
): Promise<Response> {
  const { declaration } = connector;
  const keep = async (session: Session): Promise<SessionKey> => {
    try {
      return sessions.open(session);
    } catch (thrown) {
      await session.connection.close();
      throw thrown;
    }
  };
  const withTokens = grant ? { ...options, tokens: grant.tokens } : options;
  const connection = await connect(connector, withTokens, config, context.req.raw.signal);
  const key = await keep({
    source: declaration,
    connection,
    network: networkOf(context),
    scope: connectionFingerprint(declaration, options, deps.version),
    ...(grant && { grant: grant.key }),
    hold,
    // Nobody could come back to it: given back to the CRM at once.
    ...(grant && !grant.isLasting && { onClose: () => void grants.forget(grant, declaration) }),
  });
  if (isTeam) await teamMemory.remember(personOf(context), declaration.id);
  const answer = {
    session: key.handle,
    source: declaration.id,
    sourceLabel: declaration.label,
    ...(isTeam && { account: "team" }),
    ...told(connection, declaration.tables),
    expiresInSeconds: sessions.lifeSeconds,
  };
  // A browser that sent no cookie keeps none (some block them in frames): its pane carries the secret itself.
  if (!personOf(context).isLasting) return context.json({ ...answer, token: key.secret }, 201);
  dropSessionCookies(context, (secret) => sessions.find(secret) !== undefined);
  setSessionCookie(context, key.handle, key.secret);
  return context.json(answer, 201);
}

const told = ({ user = "", tables, lacks = [], notes = [] }: Connection, declared: readonly TableName[]) => ({
  user,
  tables: tables ?? declared,
  lacks: [
    ...lacks.map((lack) => lackWithKpis(lack, invoicingOf(tables ?? declared))),
    ...notes.map((note) => ({ fr: noteSentence(note, "fr"), en: noteSentence(note, "en") })),
  ],
});

/** Answers a thrown failure; a fault of ours under the id that faults.ts logs it with. */
export function answerThrown(
  context: Context,
  thrown: unknown,
  { deps }: Pick<GatewayContext, "deps">,
): Response {
  return answerFailure(context, failureFor(thrown, deps.logger, "connecting"));
}

const teamOptions = ({ isTeam }: Account, source: string, { config }: GatewayContext) =>
  isTeam ? config.teamAccounts[source]?.options : {};

/** By a token of the form or of the administrator, in place of a sign-in at the CRM. */
export const isWithoutSignIn = (
  { signIn, fields }: ConnectorDeclaration,
  options: Readonly<Record<string, unknown>>,
): boolean =>
  !signIn || fields.some(({ name, insteadOfSignIn }) => insteadOfSignIn && options[name] !== undefined);

/** A grant is for the company it was given for: another address in the form is another sign-in. */
const isSameCompany = (grant: Grant | undefined, given: Readonly<Record<string, unknown>>): boolean =>
  grant !== undefined && Object.entries(grant.fields).every(([name, value]) => given[name] === value);
