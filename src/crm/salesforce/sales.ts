import { z } from "zod";
import { salespersonOf } from "./members";
import { part } from "./part";
import { is } from "./soql";
import { currency, day, flag, key, moment, number, text } from "./values";

/** Lines of activated orders: drafts are not yet orders, cancelled and replaced ones no longer. */
export const orderLines = part({
  object: "OrderItem",
  sum: { measure: "revenue", field: "TotalPrice" },
  conditions: [is("Order.StatusCode", "Activated")],
  shape: z.object({
    Id: key,
    Product2Id: key.nullable(),
    Quantity: number.nullable(),
    TotalPrice: number.nullable(),
    CurrencyIsoCode: currency,
    Order: z.object({
      OrderNumber: text,
      EffectiveDate: day.nullable(),
      AccountId: key.nullable(),
      OwnerId: key.nullish(),
      StatusCode: text,
    }),
  }),
  row: ({ Order: order, ...line }) => ({
    id: line.Id,
    order_id: order.OrderNumber,
    ordered_on: order.EffectiveDate,
    customer_id: order.AccountId,
    salesperson_id: salespersonOf(order.OwnerId),
    product_id: line.Product2Id,
    // Salesforce tells no sales channel.
    channel: "field",
    quantity: line.Quantity,
    revenue: line.TotalPrice,
    currency: line.CurrencyIsoCode,
  }),
});

export const opportunities = part({
  object: "Opportunity",
  sum: { measure: "amount", field: "Amount" },
  shape: z.object({
    Id: key,
    Name: text,
    AccountId: key.nullish(),
    OwnerId: key.nullish(),
    CreatedDate: moment,
    CloseDate: day,
    StageName: text,
    IsClosed: flag,
    IsWon: flag,
    Amount: number.nullable(),
    Probability: number.nullish(),
    CurrencyIsoCode: currency,
  }),
  row: (deal, context) => {
    const { amount, currency: iso } = context.datedMoney(
      deal.Amount ?? 0,
      deal.CurrencyIsoCode,
      deal.CloseDate,
    );
    return {
      id: deal.Id,
      name: deal.Name,
      customer_id: deal.AccountId,
      salesperson_id: salespersonOf(deal.OwnerId),
      created_on: context.day(deal.CreatedDate),
      expected_on: deal.CloseDate,
      closed_on: deal.IsClosed ? deal.CloseDate : undefined,
      stage: deal.StageName,
      status: deal.IsWon ? "won" : deal.IsClosed ? "lost" : "open",
      amount,
      probability: (deal.Probability ?? 0) / 100,
      currency: iso,
    };
  },
});
