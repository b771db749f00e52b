import { type AddressRules, checkAddress, type OAuthSignIn } from "../../crm";
import { FailureError, failure } from "../../sales/failure";

export type Fields = Readonly<Record<string, string>>;

/** One part of a host's name, or several: nothing that could end the host and begin a path. */
const HOST_PART = /^[a-z0-9]([a-z0-9.-]{0,200}[a-z0-9])?$/i;

/**
 * An address of a sign-in with its `{fields}` filled in, judged like every address that a person gives. A field that
 * begins the address is one itself; one within the host is a part of its name; elsewhere it is escaped. Throws
 * FailureError `source-address-forbidden` or `argument-invalid`.
 */
export function fillUrl(template: string, fields: Fields, rules: AddressRules): string {
  const [, scheme = "", host = "", path = ""] = /^([a-z]+:\/\/)?([^/?]*)(.*)$/.exec(template) ?? [];
  const start = scheme
    ? scheme + fill(host, fields, hostPart)
    : fill(host, fields, (value) => base(value, rules));
  const filled = start + fill(path, fields, (value) => encodeURIComponent(value.replace(/\/+$/, "")));
  checkAddress(filled, rules);
  return filled;
}

/** The field an address begins with (`{address}/oauth/token`), if it does. */
const leadingField = (template: string): string | undefined => /^\{(\w+)\}/.exec(template)?.[1];

/**
 * Refuses to show the client secret to a server that only the person at the form named: an address of their own
 * would otherwise collect it. Throws FailureError `source-address-forbidden`.
 */
export function guardSecret(signIn: OAuthSignIn, fields: Fields, administrators: readonly string[]): void {
  const field = leadingField(signIn.tokenUrl);
  if (field === undefined || administrators.includes(field)) return;
  const typed = fields[field] ?? "";
  const host = URL.canParse(typed) ? new URL(typed).host : typed;
  if (!(signIn.hosts ?? []).some((pattern) => matches(host, pattern)))
    throw new FailureError(
      failure("source-address-forbidden", {
        address: host.slice(0, 100),
        expected: signIn.hosts?.join(", ") ?? `options: ${field}`,
      }),
    );
}

const matches = (host: string, pattern: string): boolean =>
  pattern.startsWith("*.") ? host.endsWith(pattern.slice(1)) : host === pattern;

const fill = (template: string, fields: Fields, written: (value: string, field: string) => string): string =>
  template.replace(/\{(\w+)\}/g, (_, field: string) => written(fields[field]?.trim() ?? "", field));

const base = (value: string, rules: AddressRules): string => checkAddress(value, rules);

function hostPart(value: string, field: string): string {
  if (!HOST_PART.test(value) || value.includes(".."))
    throw new FailureError(failure("argument-invalid", { argument: field, expected: "company" }));
  return value;
}
