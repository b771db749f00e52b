/** What a record must be to count: as OData, for pages, and as FetchXML, for sums. */
export interface Condition {
  readonly odata: string;
  /** Within `<filter>`. */
  readonly fetchXml: string;
  /** The parent it is about, with the column that refers to it; absent when it is about the record itself. */
  readonly parent?: { readonly entity: string; readonly column: string };
  /** Time alone makes it true, once this column's moment has come: records may enter without being changed. */
  readonly comesTrueAt?: string;
}

/** The state of the record, or of its parent, is none of these: `2` is often what was cancelled. */
export function stateIsNot(state: number, parent?: Condition["parent"]): Condition {
  return {
    odata: `${parent ? `${parent.column}/` : ""}statecode ne ${state}`,
    fetchXml: `<condition attribute="statecode" operator="ne" value="${state}"/>`,
    ...(parent && { parent }),
  };
}

/** A day that has come, `today` as `2024-03-15`. */
export const hasCome = (column: string, today: string): Condition => ({
  odata: `Microsoft.Dynamics.CRM.OnOrBefore(PropertyName='${column}',PropertyValue='${today}')`,
  fetchXml: `<condition attribute="${column}" operator="on-or-before" value="${today}"/>`,
  comesTrueAt: column,
});

/** One row: how many records, and sums of columns under their own names. */
export function totalsXml(
  { entity, id }: { readonly entity: string; readonly id: string },
  conditions: readonly Condition[],
  sums: readonly string[] = [],
): string {
  const own = conditions.filter(({ parent }) => !parent).map(({ fetchXml }) => fetchXml);
  const linked = conditions.flatMap(({ parent, fetchXml }) =>
    parent
      ? [
          `<link-entity name="${parent.entity}" from="${parent.entity}id" to="${parent.column}">` +
            `<filter>${fetchXml}</filter></link-entity>`,
        ]
      : [],
  );
  return [
    `<fetch aggregate="true"><entity name="${entity}">`,
    `<attribute name="${id}" aggregate="count" alias="records"/>`,
    ...sums.map((column) => `<attribute name="${column}" aggregate="sum" alias="${column}_sum"/>`),
    ...(own.length > 0 ? [`<filter>${own.join("")}</filter>`] : []),
    ...linked,
    "</entity></fetch>",
  ].join("");
}
