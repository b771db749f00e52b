import type { FakeRecord } from "./fakeSalesforce";

/** The id of the nth record of an object, as Salesforce forms it: `001` for accounts, `005` for users. */
export const idOf = (prefix: string, nth: number): string => `${prefix}${String(nth).padStart(12, "0")}AAA`;

export const USER = (nth: number) => idOf("005", nth);
export const ACCOUNT = (nth: number) => idOf("001", nth);
export const PRODUCT = (nth: number) => idOf("01t", nth);
export const ORDER = (nth: number) => idOf("801", nth);
export const LINE = (nth: number) => idOf("802", nth);
export const DEAL = (nth: number) => idOf("006", nth);
const QUEUE = idOf("00G", 1);

/** Before any test's refresh. */
const LONG_AGO = "2026-10-01T08:00:00.000+0000";

const record = (Id: string, more: object): FakeRecord => ({
  Id,
  IsDeleted: false,
  CreatedDate: LONG_AGO,
  SystemModstamp: LONG_AGO,
  ...more,
});

const line = (nth: number, order: number, product: number, quantity: number, total: number) =>
  record(LINE(nth), {
    OrderId: ORDER(order),
    Product2Id: PRODUCT(product),
    Quantity: quantity,
    TotalPrice: total,
  });

const order = (nth: number, day: string, account: number, owner: string, status = "Activated") =>
  record(ORDER(nth), {
    OrderNumber: `0000010${nth}`,
    EffectiveDate: day,
    AccountId: ACCOUNT(account),
    OwnerId: owner,
    StatusCode: status,
  });

/** A company small enough to be worked out by hand; the sums are in company.test.ts. */
export const company = (): Record<string, FakeRecord[]> => ({
  UserRole: [record(idOf("00E", 1), { Name: "Grands comptes" })],
  User: [
    record(USER(1), { Name: "Anne Roy", UserRoleId: idOf("00E", 1), State: "Hauts-de-France" }),
    record(USER(2), { Name: "Bruno Petit", UserRoleId: null, State: null, Country: "Belgique" }),
  ],
  Account: [
    record(ACCOUNT(1), {
      Name: "Aciers du Nord",
      Industry: "Manufacturing",
      BillingState: "Hauts-de-France",
      OwnerId: USER(1),
    }),
    record(ACCOUNT(2), { Name: "Brasserie d'Anvers", BillingCountry: "Belgique", OwnerId: USER(2) }),
    record(ACCOUNT(3), { Name: "Conserverie Kerzu", BillingState: "Bretagne", OwnerId: USER(1) }),
  ],
  Product2: [
    record(PRODUCT(1), { Name: "Radiateur", Family: "Chauffage" }),
    record(PRODUCT(2), { Name: "Vanne", Family: "Chauffage" }),
    record(PRODUCT(3), { Name: "Entretien", Family: null }),
  ],
  Order: [
    order(1, "2026-01-15", 1, USER(1)),
    order(2, "2026-03-10", 2, USER(2)),
    order(3, "2026-03-20", 1, QUEUE),
    order(4, "2026-04-01", 1, USER(1), "Draft"),
    order(5, "2025-12-31", 3, USER(1)),
  ],
  OrderItem: [
    line(1, 1, 1, 2, 200.5),
    line(2, 1, 2, 1, 99.99),
    line(3, 2, 1, 5, 501.25),
    line(4, 3, 3, 1, 1000),
    line(5, 4, 1, 7, 777),
    line(6, 5, 2, -1, -99.99),
  ],
  Event: [
    event(1, "2026-05-04", 1, { AccountId: ACCOUNT(1) }),
    event(2, "2024-02-01", 2, { IsArchived: true }),
    event(3, "2026-05-04", 2, { IsChild: true }),
    event(4, "2027-01-10", 1),
    event(5, "2026-05-05", 1, { Type: "Call" }),
    event(6, "2026-05-06", 1, { Type: "Meeting", IsDeleted: true }),
  ],
  Opportunity: [
    deal(1, { Amount: 10_000, Probability: 25, CloseDate: "2026-12-15" }),
    deal(2, { Amount: null, Probability: 10, CloseDate: "2026-12-31" }),
    deal(3, { Amount: 5_000, Probability: 100, CloseDate: "2026-02-01", IsClosed: true, IsWon: true }),
    deal(4, { Amount: 800, Probability: 0, CloseDate: "2026-02-02", IsClosed: true }),
  ],
  Lead: [
    // Half past ten in London is the next day in Paris, in summer.
    lead(1, { OwnerId: USER(1), Rating: "Hot", CreatedDate: "2026-03-31T22:30:00.000+0000" }),
    lead(2, { OwnerId: QUEUE, Rating: "Chaud", CreatedDate: "2026-04-02T08:00:00.000+0000" }),
    lead(3, { OwnerId: USER(2), Rating: null, CreatedDate: "2026-05-02T08:00:00.000+0000" }),
  ],
  Campaign: [
    record(idOf("701", 1), { Name: "Printemps", StartDate: "2026-03-01", NumberSent: 1200 }),
    record(idOf("701", 2), { Name: "Salon", StartDate: "2026-04-01", NumberSent: 0 }),
  ],
  Case: [
    record(idOf("500", 1), { Type: "Problem", Origin: "Phone", AccountId: ACCOUNT(1) }),
    record(idOf("500", 2), { Type: "Question", Origin: "Web", AccountId: null }),
    record(idOf("500", 3), { Type: null, Origin: null, AccountId: ACCOUNT(2) }),
  ],
});

function event(nth: number, day: string, owner: number, more: object = {}): FakeRecord {
  return record(idOf("00U", nth), {
    ActivityDate: day,
    OwnerId: USER(owner),
    IsChild: false,
    IsArchived: false,
    Type: null,
    ...more,
  });
}

function deal(nth: number, more: object): FakeRecord {
  return record(DEAL(nth), {
    Name: `Affaire ${nth}`,
    AccountId: ACCOUNT(1),
    OwnerId: USER(1),
    StageName: "Proposal",
    IsClosed: false,
    IsWon: false,
    ...more,
  });
}

function lead(nth: number, more: object): FakeRecord {
  return record(idOf("00Q", nth), { LeadSource: "Web", Status: "Open", ...more });
}
