interface Entity {
  readonly entity: string;
  readonly id: string;
  readonly columns: ReadonlySet<string>;
  /** Single-valued navigation property → the set it leads to, and the column that holds the id. */
  readonly parents: Readonly<Record<string, readonly [string, string]>>;
  /** Collection-valued navigation property → the set, and its column that holds our id. */
  readonly collections: Readonly<Record<string, readonly [string, string]>>;
}

interface Declared {
  readonly columns: string;
  readonly entity: string;
  readonly id?: string;
  readonly parents?: Entity["parents"];
  readonly collections?: Entity["collections"];
}

const EVERYWHERE =
  "createdon modifiedon statecode statuscode _ownerid_value _owninguser_value _owningteam_value";
const PRICED = "exchangerate _transactioncurrencyid_value";

/** Entity sets of Dynamics 365 Sales with columns of their Web API reference; nothing else can be asked for. */
const DECLARED: Readonly<Record<string, Declared>> = {
  systemusers: {
    entity: "systemuser",
    columns:
      "createdon modifiedon fullname firstname lastname domainname internalemailaddress isdisabled accessmode applicationid _businessunitid_value address1_stateorprovince address1_country address1_city",
    parents: { businessunitid: ["businessunits", "_businessunitid_value"] },
  },
  businessunits: { entity: "businessunit", columns: "createdon modifiedon name" },
  accounts: {
    entity: "account",
    columns: `${EVERYWHERE} ${PRICED} name accountnumber industrycode revenue revenue_base address1_stateorprovince address1_country address1_city`,
  },
  contacts: {
    entity: "contact",
    columns: `${EVERYWHERE} fullname firstname lastname address1_stateorprovince address1_country _parentcustomerid_value`,
    collections: {
      order_customer_contacts: ["salesorders", "_customerid_value"],
      opportunity_customer_contacts: ["opportunities", "_customerid_value"],
      invoice_customer_contacts: ["invoices", "_customerid_value"],
      incident_customer_contacts: ["incidents", "_customerid_value"],
    },
  },
  products: {
    entity: "product",
    columns: `createdon modifiedon statecode statuscode ${PRICED} name productnumber productstructure price price_base currentcost currentcost_base standardcost standardcost_base _parentproductid_value _defaultuomid_value`,
    parents: { parentproductid: ["products", "_parentproductid_value"] },
  },
  salesorders: {
    entity: "salesorder",
    columns: `${EVERYWHERE} ${PRICED} name ordernumber submitdate datefulfilled totalamount totalamount_base totallineitemamount _customerid_value _opportunityid_value`,
  },
  salesorderdetails: {
    entity: "salesorderdetail",
    columns: `createdon modifiedon ${PRICED} quantity priceperunit priceperunit_base baseamount baseamount_base extendedamount extendedamount_base tax tax_base manualdiscountamount isproductoverridden productdescription _productid_value _salesorderid_value _uomid_value`,
    parents: {
      salesorderid: ["salesorders", "_salesorderid_value"],
      productid: ["products", "_productid_value"],
    },
  },
  opportunities: {
    entity: "opportunity",
    columns: `${EVERYWHERE} ${PRICED} name _customerid_value _parentaccountid_value estimatedclosedate actualclosedate estimatedvalue estimatedvalue_base actualvalue actualvalue_base closeprobability stepname salesstage`,
  },
  leads: {
    entity: "lead",
    columns: `${EVERYWHERE} fullname companyname leadqualitycode leadsourcecode`,
  },
  appointments: {
    entity: "appointment",
    id: "activityid",
    columns: `${EVERYWHERE} subject scheduledstart scheduledend actualend _regardingobjectid_value`,
  },
  invoices: {
    entity: "invoice",
    columns: `${EVERYWHERE} ${PRICED} name invoicenumber datedelivered duedate totalamount totalamount_base totaltax _customerid_value _salesorderid_value`,
  },
  incidents: {
    entity: "incident",
    columns: `${EVERYWHERE} title ticketnumber casetypecode caseorigincode _customerid_value _productid_value`,
  },
  transactioncurrencies: {
    entity: "transactioncurrency",
    columns: "createdon modifiedon currencyname isocurrencycode exchangerate",
  },
  organizations: { entity: "organization", columns: "name _basecurrencyid_value" },
};

export const SCHEMA: Readonly<Record<string, Entity>> = Object.fromEntries(
  Object.entries(DECLARED).map(([set, { entity, columns, ...more }]) => {
    const id = more.id ?? `${entity}id`;
    return [
      set,
      { entity, id, parents: {}, collections: {}, ...more, columns: new Set([id, ...columns.split(" ")]) },
    ];
  }),
);
