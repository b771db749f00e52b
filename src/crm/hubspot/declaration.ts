import type { ConnectorDeclaration } from "../connector";
import { tokenField } from "../kit";
import { LABEL } from "./client";
import { CONTENTS, LINES_SCOPE, ORDERS_SCOPE, TABLES_FILLED } from "./contents";

const scopesOf = (contents: typeof CONTENTS): string[] => [...new Set(contents.map(({ scope }) => scope))];
const OPTIONAL = scopesOf(CONTENTS.filter(({ isVital }) => !isVital));

/** HubSpot, by signing in there or by a private app's token. */
export const DECLARATION: ConnectorDeclaration = {
  id: "hubspot",
  label: LABEL,
  fields: [tokenField({ fr: "Jeton d'une application privée", en: "Private app access token" })],
  signIn: {
    authorizeUrl: "https://app.hubspot.com/oauth/authorize",
    tokenUrl: "https://api.hubapi.com/oauth/v3/token",
    revokeUrl: "https://api.hubapi.com/oauth/v3/token/revoke",
    scopes: ["oauth", ...scopesOf(CONTENTS.filter(({ isVital }) => isVital)), LINES_SCOPE],
    // An account whose plan lacks one of these can be entered all the same.
    parameters: {
      optional_scope: [
        ...OPTIONAL,
        ORDERS_SCOPE,
        "crm.pipelines.orders.read",
        "settings.currencies.read",
      ].join(" "),
    },
    registration: {
      fr: "Dans HubSpot, Développement › Applications : créez une application, ajoutez l'adresse de retour de la passerelle et ces portées, en lecture ; l'identifiant et le secret du client sont sous « Authentification ».",
      en: "In HubSpot, Development › Apps: create an app, add the gateway's redirect address and these scopes, read only; client id and secret are under “Auth”.",
    },
  },
  tables: TABLES_FILLED,
  lacks: [
    {
      fr: "HubSpot n'a pas de dates de facturation sur ses commandes : le chiffre d'affaires suit les commandes.",
      en: "HubSpot has no invoicing dates on its orders: revenue follows the orders.",
    },
    {
      fr: "HubSpot n'a un coût que sur les lignes où il est saisi (« coût unitaire ») : les marges ne portent que sur elles.",
      en: "HubSpot has a cost only on lines where one is entered (“unit cost”): margins cover those alone.",
    },
    {
      fr: "HubSpot ne donne pas de famille de produits ni de point de vente : ces axes sont vides.",
      en: "HubSpot gives neither product families nor points of sale: those dimensions are empty.",
    },
    {
      fr: "Les remboursements et les avoirs de HubSpot ne sont pas déduits des commandes.",
      en: "HubSpot's refunds and credit notes are not deducted from orders.",
    },
    {
      fr: "HubSpot ouvre à une application tout ce que couvrent ses portées, quelle que soit la personne connectée : un commercial verrait les données de tous.",
      en: "HubSpot opens to an app all that its scopes cover, whoever signed in: a salesperson would see everybody's data.",
    },
  ],
};
