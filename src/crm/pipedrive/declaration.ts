import type { ConnectorDeclaration } from "../connector";
import { tablesOf, tokenField } from "../kit";
import { LABEL } from "./client";
import { contents } from "./contents";

const CONTENTS = contents();

/** Pipedrive, by signing in there or by a person's API token. */
export const DECLARATION: ConnectorDeclaration = {
  id: "pipedrive",
  label: LABEL,
  fields: [tokenField({ fr: "Jeton d'API personnel", en: "Personal API token" })],
  signIn: {
    authorizeUrl: "https://oauth.pipedrive.com/oauth/authorize",
    tokenUrl: "https://oauth.pipedrive.com/oauth/token",
    revokeUrl: "https://oauth.pipedrive.com/oauth/revoke",
    clientAuthentication: "basic",
    scopes: ["base", ...new Set(CONTENTS.map(({ scope }) => scope))],
    registration: {
      fr: "Dans Pipedrive, Developer Hub : créez une application privée, donnez-lui l'adresse de retour de la passerelle et ces portées, en lecture ; l'identifiant et le secret du client sont sous « OAuth & access scopes ».",
      en: "In Pipedrive, Developer Hub: create a private app, give it the gateway's callback URL and these scopes, read only; client id and secret are under “OAuth & access scopes”.",
    },
  },
  tables: tablesOf(CONTENTS),
  lacks: [
    {
      fr: "Pipedrive n'a pas de commandes : les affaires gagnées et leurs produits en tiennent lieu, à la date du gain.",
      en: "Pipedrive has no orders: won deals and their products stand for them, on the day they were won.",
    },
    {
      fr: "Pipedrive n'a pas de factures : le chiffre d'affaires suit les affaires gagnées.",
      en: "Pipedrive has no invoices: revenue follows won deals.",
      missing: [{ table: "invoices" }],
    },
    {
      fr: "Pipedrive ne donne par son API ni e-mailings ni tickets.",
      en: "Pipedrive's API gives neither mailings nor tickets.",
      missing: [{ table: "campaigns" }, { table: "contacts_in" }],
    },
    {
      fr: "Pipedrive ne distingue ni canaux ni points de vente : toute vente est « field ».",
      en: "Pipedrive tells neither channels nor points of sale: every sale is “field”.",
      missing: [{ table: "order_lines", column: "channel" }],
    },
    {
      fr: "Le coût est celui du produit aujourd'hui, dans la devise de la ligne ; sans coût saisi, pas de marge.",
      en: "The cost is the product's cost today, in the line's currency; without a cost entered, no margin.",
    },
  ],
};
