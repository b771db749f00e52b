import type { FakeItem, FakeList } from "./fakeDolibarr";

const TOUCHED = "2024-04-01 10:00:00";
/** The same moment as the API shows it: in Paris, in summer. */
const TOUCHED_AT = Date.parse("2024-04-01T08:00:00Z") / 1_000;

/** A moment as the API gives it. */
export const at = (iso: string): number => Date.parse(iso) / 1_000;
/** A date without time, as a server in Paris gives it: the second at which the day begins there. */
export const day = (iso: string): number => {
  const month = Number(iso.slice(5, 7));
  return Date.parse(`${iso}T00:00:00Z`) / 1_000 - (month >= 4 && month <= 9 ? 7_200 : 3_600);
};

export const item = (id: number, sql: FakeItem["sql"], shown: FakeItem["shown"]): FakeItem => ({
  id,
  sql: { tms: TOUCHED, ...sql },
  shown: { date_modification: TOUCHED_AT, ...shown },
});

/**
 * A company small enough to be worked out by hand, as a Dolibarr in Paris keeps it: two orders that count, one draft,
 * one cancelled; an invoice paid in part, a credit note, one paid and one abandoned; deals open, won, lost and over.
 */
export const company = (): Record<string, FakeList> => ({
  users: {
    items: [
      item(1, {}, { login: "admin", firstname: null, lastname: "SuperAdmin" }),
      item(5, {}, { login: "aroux", firstname: "Anna", lastname: "Roux" }),
    ],
  },
  thirdparties: {
    items: [
      thirdParty(7, 1, "Azur", {
        typent_code: "TE_MEDIUM",
        state_id: "6",
        country_id: "1",
        country_code: "FR",
      }),
      thirdParty(8, 3, "Brume", { typent_code: "MAISON", country_code: "DE" }),
      thirdParty(9, 0, "Fournisseur", { country_code: "FR" }),
      thirdParty(10, 2, "Prospect", { country_code: "" }),
    ],
  },
  "setup/dictionary/states": { items: [item(6, {}, { name: "Alpes-Maritimes", code: "06" })] },
  products: {
    items: [
      item(3, { category: 1 }, { ref: "RAD", label: "Radiateur" }),
      item(4, { category: 0 }, { ref: "VAN", label: "" }),
    ],
  },
  categories: { items: [item(1, {}, { label: "Chauffage", fk_parent: "0" })] },
  representatives: { items: [item(5, { fk_soc: 8 }, { lastname: "Roux" })] },
  orders: {
    items: [
      order(1, 1, "2024-01-15", { socid: "7", user_author_id: "5", demand_reason_code: "SRC_INTE" }, [
        line(11, { fk_product: "3", qty: "2", total_ht: "200.00000000", pa_ht: "60.00000000" }),
        line(12, { fk_product: "4", qty: "1", total_ht: "99.99000000", pa_ht: "0.00000000" }),
        line(13, { product_type: "9", qty: "0", total_ht: "0" }),
      ]),
      order(2, 3, "2024-07-10", { socid: "8", user_author_id: null }, [
        line(21, { fk_product: null, qty: "5", total_ht: "100.01", pa_ht: "10" }),
      ]),
      order(3, 0, "2024-02-11", { socid: "7", user_author_id: "5" }, [
        line(31, { qty: "9", total_ht: "900" }),
      ]),
      order(4, -1, "2024-02-12", { socid: "7", user_author_id: "5" }, [
        line(41, { qty: "8", total_ht: "800" }),
      ]),
    ],
  },
  invoices: {
    items: [
      invoice(1, 1, "2024-01-31", "2024-02-29", { type: "0", total_ttc: "359.99", remaintopay: "59.99" }),
      invoice(2, 1, "2024-03-05", "2024-03-05", { type: "2", total_ttc: "-120", remaintopay: "-120" }),
      // Turned into a discount and used up: settled, though nothing was paid.
      invoice(3, 2, "2024-03-06", "2024-03-06", { type: "2", total_ttc: "-10", remaintopay: "-10" }),
      invoice(4, 0, "2024-03-07", "2024-03-07", { type: "0", total_ttc: "50", remaintopay: "50" }),
      invoice(5, 3, "2024-03-08", "2024-03-08", { type: "0", total_ttc: "70", remaintopay: "70" }),
    ],
  },
  projects: {
    items: [
      project(1, 1, {
        opp_status: "3",
        opp_percent: "40.00",
        opp_amount: "1000",
        date_end: day("2024-06-30"),
        socid: "10",
      }),
      project(2, 2, {
        opp_status: "6",
        opp_percent: "100",
        opp_amount: "500",
        date_close: at("2024-03-01T10:00:00Z"),
      }),
      project(3, 2, {
        opp_status: "7",
        opp_percent: "0",
        opp_amount: "300",
        date_close: at("2024-03-02T10:00:00Z"),
      }),
      project(4, 2, { opp_status: "2", opp_percent: "20", opp_amount: "9999" }),
      project(5, 1, { opp_status: null, opp_percent: null, opp_amount: null }, 0),
    ],
  },
  agendaevents: {
    items: [
      event(1, 5, { datep: at("2024-02-01T23:15:00Z"), userownerid: "5", socid: "7" }),
      event(2, 5, { datep: at("2024-02-05T09:00:00Z"), userownerid: "5", socid: "9" }),
      event(3, 40, { datep: at("2024-02-06T09:00:00Z"), userownerid: "5", socid: "7" }),
    ],
  },
  tickets: {
    items: [
      item(1, {}, ticket("ISSUE", { fk_soc: "7", origin_email: "jean@azur.example" })),
      item(2, {}, ticket("COM", { fk_soc: null, origin_email: null })),
    ],
  },
});

const thirdParty = (id: number, client: number, name: string, more: object): FakeItem =>
  item(
    id,
    { client },
    {
      name,
      code_client: `CU${id}`,
      client: String(client),
      date_creation: at("2023-12-31T23:30:00Z"),
      ...more,
    },
  );

const order = (
  id: number,
  statut: number,
  date: string,
  more: object,
  lines: readonly { readonly total_ht?: string }[],
): FakeItem =>
  item(
    id,
    { fk_statut: statut, date_commande: date },
    {
      ref: `CO${id}`,
      statut: String(statut),
      date: day(date),
      demand_reason_code: null,
      ...more,
      lines,
      total_ht: String(lines.reduce((sum, line) => sum + Number(line.total_ht), 0)),
    },
  );

export const line = (
  id: number,
  more: { readonly total_ht: string } & Readonly<Record<string, string | null>>,
) => ({
  id: String(id),
  rowid: String(id),
  fk_product: "3",
  product_type: "0",
  pa_ht: "0",
  ...more,
});

const invoice = (id: number, statut: number, date: string, due: string, more: object): FakeItem =>
  item(
    id,
    { fk_statut: statut, datef: date },
    {
      socid: "7",
      statut: String(statut),
      date: day(date),
      date_lim_reglement: day(due),
      fk_user_author: "5",
      ...more,
    },
  );

const project = (
  id: number,
  statut: number,
  more: { readonly opp_status: string | null; readonly [field: string]: unknown },
  usage = 1,
): FakeItem =>
  item(
    id,
    {
      usage_opportunity: usage,
      fk_statut: statut,
      fk_opp_status: more.opp_status === null ? null : Number(more.opp_status),
    },
    {
      ref: `PJ${id}`,
      title: `Affaire ${id}`,
      socid: "7",
      statut: String(statut),
      date_c: at("2024-01-10T10:00:00Z"),
      date_start: "",
      date_end: "",
      date_close: "",
      user_author_id: "5",
      ...more,
    },
  );

export const event = (
  id: number,
  action: number,
  more: { readonly socid?: string; readonly [field: string]: unknown },
): FakeItem => item(id, { fk_action: action, fk_soc: Number(more.socid ?? 0) }, { label: "RDV", ...more });

const ticket = (type_code: string, more: object) => ({
  type_code,
  type_label: type_code === "COM" ? "Question commerciale" : "Problème",
  datec: at("2024-03-01T10:00:00Z"),
  ...more,
});
