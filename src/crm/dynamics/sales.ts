import { z } from "zod";
import { NO_PRODUCT, NOBODY } from "../kit";
import { stateIsNot } from "./conditions";
import { moneyOf } from "./money";
import { part } from "./part";
import { key, moment, number, text, whole, wordsOf } from "./values";

const CANCELLED_ORDER = 2;
const CANCELLED_INVOICE = 3;
const PAID_INVOICE = 2;

/** Lines of orders that were not cancelled, less their tax. */
export const orderLines = part({
  entity: "salesorderdetail",
  sum: { measure: "revenue", of: "extendedamount_base", less: "tax_base" },
  conditions: () => [stateIsNot(CANCELLED_ORDER, { entity: "salesorder", column: "salesorderid" })],
  shape: z.object({
    salesorderdetailid: key,
    quantity: number.nullable(),
    extendedamount: number.nullable(),
    extendedamount_base: number.nullable(),
    tax: number.nullish(),
    tax_base: number.nullish(),
    _transactioncurrencyid_value: key.nullish(),
    _productid_value: key.nullable(),
    _uomid_value: key.nullish(),
    salesorderid: z.object({
      salesorderid: key,
      ordernumber: text.nullish(),
      submitdate: moment.nullish(),
      createdon: moment,
      _customerid_value: key.nullable(),
      _owninguser_value: key.nullish(),
    }),
    productid: z.object({ currentcost_base: number.nullish(), _defaultuomid_value: key.nullish() }).nullish(),
  }),
  row: ({ salesorderid: order, productid: product, ...line }, context) => {
    const {
      extendedamount: amount,
      extendedamount_base: base,
      _transactioncurrencyid_value: currency,
    } = line;
    const net = (gross: number | null, tax: number | null | undefined) =>
      gross === null ? null : gross - (tax ?? 0);
    const revenue = moneyOf(
      { amount: net(amount, line.tax), base: net(base, line.tax_base), currency },
      context,
    );
    const isCosted = product?.currentcost_base && product._defaultuomid_value === line._uomid_value;
    return {
      id: line.salesorderdetailid,
      order_id: order.ordernumber || order.salesorderid,
      ordered_on: context.day(order.submitdate ?? order.createdon),
      customer_id: order._customerid_value,
      salesperson_id: order._owninguser_value ?? NOBODY.id,
      product_id: line._productid_value ?? NO_PRODUCT.id,
      // Dynamics tells no sales channel.
      channel: "field",
      quantity: line.quantity,
      revenue: revenue.amount,
      // A cost is in the organisation's currency: beside a revenue in another one it would be converted with it.
      cost: isCosted && !revenue.currency ? product.currentcost_base! * (line.quantity ?? 0) : undefined,
      currency: revenue.currency,
    };
  },
});

const STATUSES = ["open", "won", "lost"] as const;

export const opportunities = part({
  entity: "opportunity",
  set: "opportunities",
  shape: z.object({
    opportunityid: key,
    name: text.nullable(),
    _customerid_value: key.nullish(),
    _owninguser_value: key.nullish(),
    createdon: moment,
    estimatedclosedate: moment.nullish(),
    actualclosedate: moment.nullish(),
    estimatedvalue: number.nullish(),
    estimatedvalue_base: number.nullish(),
    actualvalue: number.nullish(),
    actualvalue_base: number.nullish(),
    closeprobability: number.nullish(),
    stepname: text.nullish(),
    statuscode: whole.nullish(),
    [wordsOf("statuscode")]: text.optional(),
    statecode: z.literal([0, 1, 2]),
    _transactioncurrencyid_value: key.nullish(),
  }),
  row: (deal, context) => {
    const status = STATUSES[deal.statecode];
    const currency = deal._transactioncurrencyid_value;
    const actual = moneyOf({ amount: deal.actualvalue, base: deal.actualvalue_base, currency }, context);
    const hoped = moneyOf({ amount: deal.estimatedvalue, base: deal.estimatedvalue_base, currency }, context);
    const value = status === "won" && actual.amount !== undefined ? actual : hoped;
    const created = context.day(deal.createdon);
    return {
      id: deal.opportunityid,
      name: deal.name || deal.opportunityid,
      customer_id: deal._customerid_value,
      salesperson_id: deal._owninguser_value ?? NOBODY.id,
      created_on: created,
      expected_on: context.day(deal.estimatedclosedate) ?? created,
      closed_on: status === "open" ? undefined : context.day(deal.actualclosedate),
      stage: deal.stepname || deal[wordsOf("statuscode")] || status,
      status,
      amount: value.amount ?? 0,
      probability: (deal.closeprobability ?? 0) / 100,
      currency: value.currency,
    };
  },
});

/** Invoices that were not cancelled, taxes included. Dynamics knows whether one is paid, not how much of it. */
export const invoices = part({
  entity: "invoice",
  sum: { measure: "amount", of: "totalamount_base" },
  conditions: () => [stateIsNot(CANCELLED_INVOICE)],
  shape: z.object({
    invoiceid: key,
    _customerid_value: key.nullable(),
    _owninguser_value: key.nullish(),
    createdon: moment,
    duedate: moment.nullish(),
    totalamount: number.nullish(),
    totalamount_base: number.nullish(),
    statecode: whole,
    _transactioncurrencyid_value: key.nullish(),
  }),
  row: (invoice, context) => {
    const { totalamount: amount, totalamount_base: base, _transactioncurrencyid_value: currency } = invoice;
    const total = moneyOf({ amount, base, currency }, context);
    const issued = context.day(invoice.createdon);
    return {
      id: invoice.invoiceid,
      customer_id: invoice._customerid_value,
      salesperson_id: invoice._owninguser_value,
      issued_on: issued,
      due_on: context.day(invoice.duedate) ?? issued,
      amount: total.amount,
      outstanding: invoice.statecode === PAID_INVOICE ? 0 : total.amount,
      currency: total.currency,
    };
  },
});
