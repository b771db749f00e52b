import { text } from "../arguments";
import type { Book } from "../book";
import type { XmlPartState } from "../bookState";
import type { HostObject } from "../objectModel";
import { invalidArgument } from "../officeError";
import { collection } from "./collection";

/** `workbook.settings`: the same store as `Office.context.document.settings`. */
export function settingCollection(book: Book): HostObject {
  const setting = (key: string): HostObject => ({
    type: "Setting",
    key: `setting/${key}`,
    id: { _Id: key },
    scalars: {
      _Id: { read: () => key },
      Key: { read: () => key },
      Value: {
        read: () => book.settings.get(key) ?? null,
        write: (value) => void book.settings.set(key, value),
      },
    },
    methods: { Delete: () => void book.settings.delete(key) },
  });
  return collection({
    type: "SettingCollection",
    key: "settings",
    items: () => [...book.settings.keys()].map(setting),
    find: (key) => (book.settings.has(String(key)) ? setting(String(key)) : undefined),
    methods: {
      Add: (key, value) => {
        book.settings.set(text(key, "key"), value);
        return setting(text(key, "key"));
      },
    },
  });
}

const namespaceOf = (xml: string) => /<[^?!][^>]*?\sxmlns="([^"]*)"/.exec(xml)?.[1] ?? "";

export function xmlPartCollection(book: Book): HostObject {
  const part = (state: XmlPartState): HostObject => ({
    type: "CustomXmlPart",
    key: `xml/${state.id}`,
    id: { Id: state.id },
    scalars: { Id: { read: () => state.id }, NamespaceUri: { read: () => namespaceOf(state.xml) } },
    methods: {
      GetXml: () => state.xml,
      SetXml: (xml) => {
        state.xml = wellFormed(xml);
      },
      Delete: () => void book.xmlParts.delete(state.id),
    },
  });
  const parts = (among: () => readonly XmlPartState[], key: string): HostObject =>
    collection({
      type: "CustomXmlPartCollection",
      key,
      items: () => among().map(part),
      find: (id) => {
        const found = among().find((state) => state.id === id);
        return found && part(found);
      },
      methods: {
        Add: (xml) => {
          const state = { id: `{${book.newId("")}-0000-0000-0000-0000000000F1}`, xml: wellFormed(xml) };
          book.xmlParts.set(state.id, state);
          return part(state);
        },
        GetByNamespace: (uri) =>
          parts(() => among().filter((state) => namespaceOf(state.xml) === uri), `${key}/${String(uri)}`),
        GetOnlyItemOrNullObject: () => {
          const [only, ...more] = among();
          return only && more.length === 0 ? part(only) : null;
        },
      },
    });
  return parts(() => [...book.xmlParts.values()], "xml");
}

/** XML that at least opens and closes one element. */
function wellFormed(value: unknown): string {
  const xml = text(value, "xml").trim();
  const root = /^(?:<\?[^>]*\?>\s*)?<([\w:.-]+)/.exec(xml)?.[1];
  if (root === undefined || !(xml.endsWith(`</${root}>`) || xml.endsWith("/>")))
    throw invalidArgument("The XML is not well-formed.");
  return xml;
}
