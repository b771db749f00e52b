import { z } from "zod";
import { NO_PRODUCT, NOBODY } from "../kit";
import { part } from "./part";
import { key, moment, text, wordsOf } from "./values";

/** Users; what a team owns is nobody's. */
export const salespeople = part({
  standIns: [NOBODY.row],
  entity: "systemuser",
  shows: ["businessunitid"],
  shape: z.object({
    systemuserid: key,
    fullname: text.nullable(),
    domainname: text.nullish(),
    _businessunitid_value: key.nullish(),
    [wordsOf("_businessunitid_value")]: text.optional(),
    address1_stateorprovince: text.nullish(),
    address1_country: text.nullish(),
  }),
  row: (user) => ({
    id: user.systemuserid,
    name: user.fullname || user.domainname || user.systemuserid,
    team: user[wordsOf("_businessunitid_value")],
    region: regionOf(user),
  }),
});

export const accounts = part({
  entity: "account",
  shape: z.object({
    accountid: key,
    name: text.nullable(),
    industrycode: z.number().nullish(),
    [wordsOf("industrycode")]: text.optional(),
    address1_stateorprovince: text.nullish(),
    address1_country: text.nullish(),
    _owninguser_value: key.nullish(),
    createdon: moment.nullish(),
  }),
  row: (account, { day }) => ({
    id: account.accountid,
    name: account.name || account.accountid,
    sector: account[wordsOf("industrycode")],
    region: regionOf(account),
    salesperson_id: account._owninguser_value,
    created_on: day(account.createdon),
  }),
});

/** People who buy for themselves: contacts that something is addressed to, not everybody who works at a customer. */
export const contacts = part({
  entity: "contact",
  pointedToBy: {
    salesorderdetails: "order_customer_contacts",
    opportunities: "opportunity_customer_contacts",
    invoices: "invoice_customer_contacts",
    incidents: "incident_customer_contacts",
  },
  shape: z.object({
    contactid: key,
    fullname: text.nullable(),
    address1_stateorprovince: text.nullish(),
    address1_country: text.nullish(),
    _owninguser_value: key.nullish(),
    createdon: moment.nullish(),
  }),
  row: (contact, { day }) => ({
    id: contact.contactid,
    name: contact.fullname || contact.contactid,
    region: regionOf(contact),
    salesperson_id: contact._owninguser_value,
    created_on: day(contact.createdon),
  }),
});

/** Products; one more stands for what was written in without one. */
export const products = part({
  standIns: [NO_PRODUCT.row],
  entity: "product",
  shows: ["parentproductid"],
  shape: z.object({
    productid: key,
    name: text.nullable(),
    productnumber: text.nullish(),
    _parentproductid_value: key.nullish(),
    [wordsOf("_parentproductid_value")]: text.optional(),
  }),
  row: (product) => ({
    id: product.productid,
    name: product.name || product.productnumber || product.productid,
    family: product[wordsOf("_parentproductid_value")],
  }),
});

const regionOf = (place: {
  readonly address1_stateorprovince?: string | null | undefined;
  readonly address1_country?: string | null | undefined;
}) => place.address1_stateorprovince || place.address1_country;
