import { z } from "zod";
import { smallCompany } from "./company";

/**
 * The answers as HubSpot's published OpenAPI descriptions (objects v3, associations v4, owners v3, currencies v3)
 * have them: required fields, their types, and no field that is not described.
 */
const moment = z.iso.datetime();
const paging = z.strictObject({
  next: z.strictObject({ after: z.string(), link: z.string().optional() }).optional(),
});
const associatedIds = z.strictObject({
  results: z.array(z.strictObject({ id: z.string(), type: z.string() })),
  paging: paging.optional(),
});
const simpleObject = z.strictObject({
  id: z.string(),
  properties: z.record(z.string(), z.string().nullable()),
  createdAt: moment,
  updatedAt: moment,
  archived: z.boolean(),
  archivedAt: moment.optional(),
  associations: z.record(z.string(), associatedIds).optional(),
});
const listOf = (item: z.ZodType) => z.strictObject({ results: z.array(item), paging: paging.optional() });
const batchOf = (item: z.ZodType) =>
  z.strictObject({
    status: z.enum(["PENDING", "PROCESSING", "CANCELED", "COMPLETE"]),
    results: z.array(item),
    startedAt: moment,
    completedAt: moment,
    numErrors: z.number().int().optional(),
    errors: z.array(z.looseObject({ status: z.string(), category: z.string() })).optional(),
  });
const owner = z.strictObject({
  id: z.string(),
  type: z.enum(["PERSON", "QUEUE"]),
  firstName: z.string().optional(),
  lastName: z.string().optional(),
  email: z.string().optional(),
  archived: z.boolean(),
  createdAt: moment,
  updatedAt: moment,
  teams: z.array(z.strictObject({ id: z.string(), name: z.string(), primary: z.boolean() })).optional(),
});
const associations = z.strictObject({
  from: z.strictObject({ id: z.string() }),
  to: z.array(
    z.strictObject({
      // Described as text, given as a number.
      toObjectId: z.union([z.string(), z.number().int()]),
      associationTypes: z.array(
        z.strictObject({ category: z.string(), typeId: z.number().int(), label: z.string().nullable() }),
      ),
    }),
  ),
});
const rate = z.strictObject({
  id: z.string(),
  fromCurrencyCode: z.string(),
  toCurrencyCode: z.string(),
  conversionRate: z.number(),
});

const batch = (ids: string[]) => ({ inputs: ids.map((id) => ({ id })) });
const CASES: readonly (readonly [string, string, unknown, z.ZodType])[] = [
  [
    "a list",
    "/crm/v3/objects/deals?limit=2&properties=dealname&associations=companies",
    undefined,
    listOf(simpleObject),
  ],
  ["the recycling bin", "/crm/v3/objects/products?limit=2&archived=true", undefined, listOf(simpleObject)],
  ["owners", "/crm/v3/owners/?limit=1", undefined, listOf(owner)],
  [
    "rates",
    "/settings/v3/currencies/exchange-rates/current",
    undefined,
    z.strictObject({ results: z.array(rate) }),
  ],
  [
    "a search",
    "/crm/v3/objects/leads/search",
    { filterGroups: [], limit: 1, properties: [] },
    z.strictObject({ total: z.number().int(), results: z.array(simpleObject), paging: paging.optional() }),
  ],
  [
    "a batch",
    "/crm/v3/objects/orders/batch/read",
    { ...batch(["501", "9"]), properties: ["hs_tax"], propertiesWithHistory: [] },
    batchOf(simpleObject),
  ],
  [
    "associations",
    "/crm/v4/associations/orders/companies/batch/read",
    batch(["503", "505"]),
    batchOf(associations),
  ],
];

describe("the stand-in for HubSpot", () => {
  test.each(CASES)("%s has the shape that HubSpot describes", async (_, path, body, shape) => {
    const fake = smallCompany();
    const request = new Request(`https://api.hubapi.com${path}`, {
      headers: { authorization: `Bearer ${fake.token}` },
      ...(body !== undefined && { method: "POST", body: JSON.stringify(body) }),
    });
    const parsed = shape.safeParse(await (await fake.fetch(request)).json());
    expect(parsed.error?.issues).toBeUndefined();
  });

  const LIMITS: readonly (readonly [string, string, unknown])[] = [
    ["more than a hundred records a list", "/crm/v3/objects/deals?limit=101", undefined],
    ["more than two hundred a search", "/crm/v3/objects/deals/search", { limit: 201 }],
    ["a search beyond ten thousand", "/crm/v3/objects/deals/search", { limit: 100, after: "9950" }],
    [
      "more than a hundred a batch",
      "/crm/v3/objects/deals/batch/read",
      { ...batch(Array.from({ length: 101 }, String)), properties: [], propertiesWithHistory: [] },
    ],
  ];
  test.each(LIMITS)("refuses %s", async (_, path, body) => {
    const fake = smallCompany();
    const request = new Request(`https://api.hubapi.com${path}`, {
      headers: { authorization: `Bearer ${fake.token}` },
      ...(body !== undefined && { method: "POST", body: JSON.stringify(body) }),
    });
    expect((await fake.fetch(request)).status).toBe(400);
  });
});
