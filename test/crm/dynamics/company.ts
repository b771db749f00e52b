import { type FakeRecord, guid } from "./fakeDataverse";

const LONG_AGO = "2026-10-01T08:00:00Z";
const EUR = guid("e", 1);
const USD = guid("e", 2);
const UNIT = guid("n", 1);
const BOX = guid("n", 2);
const FORMATTED = "@OData.Community.Display.V1.FormattedValue";
const KIND = "@Microsoft.Dynamics.CRM.lookuplogicalname";

export const USER = (nth: number) => guid("u", nth);
export const ACCOUNT = (nth: number) => guid("a", nth);
export const CONTACT = (nth: number) => guid("c", nth);
export const PRODUCT = (nth: number) => guid("p", nth);
export const ORDER = (nth: number) => guid("o", nth);
export const LINE = (nth: number) => guid("l", nth);
export const DEAL = (nth: number) => guid("d", nth);
export const INVOICE = (nth: number) => guid("i", nth);
export const VISIT = (nth: number) => guid("v", nth);

const dated = (more: FakeRecord): FakeRecord => ({ createdon: LONG_AGO, modifiedon: LONG_AGO, ...more });

/** In euros unless told: amounts in another currency come with what Dynamics made of them. */
const priced = (more: FakeRecord): FakeRecord => dated({ _transactioncurrencyid_value: EUR, ...more });

const order = (nth: number, created: string, customer: string, owner: string | null, statecode: number) =>
  priced({
    salesorderid: ORDER(nth),
    ordernumber: `ORD-0${nth}`,
    createdon: created,
    _customerid_value: customer,
    _owninguser_value: owner,
    statecode,
  });

const line = (nth: number, orderNth: number, product: number | null, quantity: number, more: FakeRecord) =>
  priced({
    salesorderdetailid: LINE(nth),
    _salesorderid_value: ORDER(orderNth),
    _productid_value: product === null ? null : PRODUCT(product),
    _uomid_value: UNIT,
    quantity,
    tax: null,
    tax_base: null,
    ...more,
  });
const worth = (amount: number, more: FakeRecord = {}): FakeRecord => ({
  extendedamount: amount,
  extendedamount_base: amount,
  ...more,
});

/** A company small enough to be worked out by hand; the sums are in company.test.ts. */
export const company = (): Record<string, FakeRecord[]> => ({
  organizations: [{ organizationid: guid("0", 1), _basecurrencyid_value: EUR }],
  transactioncurrencies: [
    dated({ transactioncurrencyid: EUR, isocurrencycode: "EUR", exchangerate: 1 }),
    dated({ transactioncurrencyid: USD, isocurrencycode: "USD", exchangerate: 1.25 }),
  ],
  businessunits: [dated({ businessunitid: guid("b", 1), name: "Grands comptes" })],
  systemusers: [
    dated({
      systemuserid: USER(1),
      fullname: "Anne Roy",
      _businessunitid_value: guid("b", 1),
      [`_businessunitid_value${FORMATTED}`]: "Grands comptes",
      address1_stateorprovince: "Hauts-de-France",
    }),
    dated({ systemuserid: USER(2), fullname: "Bruno Petit", address1_country: "Belgique" }),
  ],
  accounts: [
    dated({
      accountid: ACCOUNT(1),
      name: "Aciers du Nord",
      industrycode: 11,
      [`industrycode${FORMATTED}`]: "Industrie",
      address1_stateorprovince: "Hauts-de-France",
      _owninguser_value: USER(1),
    }),
    dated({ accountid: ACCOUNT(2), name: "Brasserie d'Anvers", address1_country: "Belgique" }),
  ],
  contacts: [
    dated({ contactid: CONTACT(1), fullname: "Chloé Morel", address1_stateorprovince: "Bretagne" }),
    dated({ contactid: CONTACT(2), fullname: "Denis Bon, acheteur chez un client" }),
  ],
  products: [
    dated({
      productid: PRODUCT(1),
      name: "Radiateur",
      currentcost_base: 60.05,
      _defaultuomid_value: UNIT,
      _parentproductid_value: PRODUCT(9),
      [`_parentproductid_value${FORMATTED}`]: "Chauffage",
    }),
    dated({ productid: PRODUCT(2), name: "Vanne", currentcost_base: 0, _defaultuomid_value: UNIT }),
    dated({ productid: PRODUCT(9), name: "Chauffage", productstructure: 2 }),
  ],
  salesorders: [
    // Half past ten in London is the next day in Paris.
    order(1, "2026-01-14T23:30:00Z", ACCOUNT(1), USER(1), 0),
    { ...order(2, "2026-03-01T10:00:00Z", ACCOUNT(2), USER(2), 3), submitdate: "2026-03-10T09:00:00Z" },
    { ...order(3, "2026-03-20T10:00:00Z", CONTACT(1), null, 4), _owningteam_value: guid("t", 1) },
    order(4, "2026-04-01T10:00:00Z", ACCOUNT(1), USER(1), 2),
  ],
  salesorderdetails: [
    line(1, 1, 1, 2, worth(240.6, { tax: 40.1, tax_base: 40.1 })),
    line(2, 1, 2, 1, worth(99.99)),
    line(3, 2, 1, 5, {
      extendedamount: 626.5625,
      extendedamount_base: 501.25,
      _transactioncurrencyid_value: USD,
    }),
    line(4, 3, null, 1, worth(1000)),
    line(5, 4, 1, 7, worth(777)),
    line(6, 2, 1, 1, worth(-50, { _uomid_value: BOX })),
  ],
  opportunities: [
    deal(1, {
      statecode: 0,
      estimatedvalue: 12_500,
      estimatedvalue_base: 10_000,
      closeprobability: 25,
      estimatedclosedate: "2026-12-15",
      stepname: "2-Develop",
    }),
    deal(2, { statecode: 0, closeprobability: 10 }),
    deal(3, {
      statecode: 1,
      actualvalue: 5_000,
      actualvalue_base: 5_000,
      closeprobability: 100,
      actualclosedate: "2026-02-01",
    }),
    deal(4, { statecode: 2, estimatedvalue: 800, estimatedvalue_base: 800, actualclosedate: "2026-02-02" }),
  ],
  leads: [
    lead(1, { leadqualitycode: 1, _owninguser_value: USER(1), createdon: "2026-03-31T22:30:00Z" }),
    lead(2, { leadqualitycode: 1, _owninguser_value: null, createdon: "2026-04-02T08:00:00Z" }),
    lead(3, { leadqualitycode: null, _owninguser_value: USER(2), createdon: "2026-05-02T08:00:00Z" }),
  ],
  appointments: [
    visit(1, "2026-05-04T08:00:00Z", {
      _regardingobjectid_value: ACCOUNT(1),
      [`_regardingobjectid_value${KIND}`]: "account",
    }),
    visit(2, "2024-02-01T08:00:00Z", {
      statecode: 1,
      _regardingobjectid_value: DEAL(1),
      [`_regardingobjectid_value${KIND}`]: "opportunity",
    }),
    visit(3, "2026-05-04T08:00:00Z", { statecode: 2 }),
    visit(4, "2027-01-10T08:00:00Z"),
  ],
  invoices: [
    invoice(1, "2026-11-01T08:00:00Z", 0, { duedate: "2026-11-15", ...total(240.6) }),
    invoice(2, "2026-10-01T08:00:00Z", 2, { duedate: "2026-10-30", ...total(500) }),
    invoice(3, "2026-11-20T08:00:00Z", 1, {
      totalamount: 125,
      totalamount_base: 100,
      _transactioncurrencyid_value: USD,
    }),
    invoice(4, "2026-11-20T08:00:00Z", 3, total(999)),
  ],
  incidents: [
    incident(1, { casetypecode: 2, caseorigincode: 1, [`caseorigincode${FORMATTED}`]: "Téléphone" }),
    incident(2, { casetypecode: 1 }),
    incident(3, { casetypecode: null }),
    incident(4, { casetypecode: 2, statecode: 2 }),
  ],
});

function deal(nth: number, more: FakeRecord): FakeRecord {
  const common = { name: `Affaire ${nth}`, _customerid_value: ACCOUNT(1), _owninguser_value: USER(1) };
  return priced({ opportunityid: DEAL(nth), ...common, statuscode: 1, ...more });
}

function lead(nth: number, more: FakeRecord): FakeRecord {
  return dated({ leadid: guid("q", nth), statuscode: 1, [`statuscode${FORMATTED}`]: "Nouveau", ...more });
}

function visit(nth: number, scheduledstart: string, more: FakeRecord = {}): FakeRecord {
  return dated({ activityid: VISIT(nth), scheduledstart, _owninguser_value: USER(1), statecode: 0, ...more });
}

function invoice(nth: number, createdon: string, statecode: number, more: FakeRecord): FakeRecord {
  return priced({ invoiceid: INVOICE(nth), createdon, statecode, _customerid_value: ACCOUNT(1), ...more });
}

function total(amount: number): FakeRecord {
  return { totalamount: amount, totalamount_base: amount };
}

function incident(nth: number, more: FakeRecord): FakeRecord {
  return dated({ incidentid: guid("s", nth), statecode: 0, _customerid_value: ACCOUNT(1), ...more });
}
