import { plainWord } from "./plainWord";

/** People's words for our choices, per `table.column`. `reason` is free text, but complaints must be known as such. */
const CHOICE_WORDS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  "order_lines.channel": {
    field: ["terrain", "commercial", "visite", "direct"],
    store: ["magasin", "boutique", "point de vente", "agence", "shop"],
    web: ["internet", "site web", "site", "en ligne", "e commerce", "online"],
    phone: ["telephone", "tel", "appel"],
  },
  "opportunities.status": {
    open: ["ouverte", "ouvert", "en cours"],
    won: ["gagnee", "gagne", "signee", "signe"],
    lost: ["perdue", "perdu", "abandonnee"],
  },
  "leads.rating": { hot: ["chaud", "chaude"], warm: ["tiede"], cold: ["froid", "froide"] },
  "contacts_in.reason": {
    information: ["informations", "renseignement", "renseignements", "demande d information"],
    order: ["commande", "commandes"],
    complaint: ["reclamation", "reclamations", "plainte", "plaintes", "complaints"],
  },
};

const CACHE_LIMIT = 1_000;

/** Translates the cells of one column; undefined for a column that has no choices. Unknown words pass as they are. */
export function choiceReader(table: string, column: string): ((cell: string) => string) | undefined {
  const words = CHOICE_WORDS[`${table}.${column}`];
  if (!words) return undefined;
  const codes = new Map(
    Object.entries(words).flatMap(([code, others]) => [code, ...others].map((word) => [word, code] as const)),
  );
  const seen = new Map<string, string>();
  return (cell) => {
    let code = seen.get(cell);
    if (code === undefined) {
      code = codes.get(plainWord(cell)) ?? cell;
      if (seen.size < CACHE_LIMIT) seen.set(cell, code);
    }
    return code;
  };
}
