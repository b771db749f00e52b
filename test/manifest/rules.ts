/**
 * What Office asks of an add-in-only manifest, as data. Sources: [XSD] Microsoft's schemas of the add-in-only
 * manifest (MS-OWEMXML); [REF] the manifest reference of Microsoft's Office Add-ins documentation; [STORE] its
 * certification policies; [KEYS] "Add custom keyboard shortcuts to your Office Add-ins"; [RUNTIME] "Configure your Office Add-in to use a shared runtime".
 */

/** Children in the order the schema wants them; `!` marks the required ones. [XSD] */
export const ORDER: Readonly<Record<string, readonly string[]>> = {
  OfficeApp: [
    "Id!",
    "AlternateId",
    "Version!",
    "ProviderName!",
    "DefaultLocale!",
    "DisplayName!",
    "Description!",
    "IconUrl!", // optional in the schema, required by [STORE]
    "HighResolutionIconUrl!", // the same
    "SupportUrl!", // the same
    "AppDomains",
    "Hosts!",
    "Requirements",
    "DefaultSettings!",
    "Permissions!",
    "VersionOverrides",
    "ExtendedOverrides", // below VersionOverrides, beyond the published schema [KEYS]
  ],
  VersionOverrides: [
    "Description",
    "Requirements",
    "Hosts!",
    "Resources!",
    "WebApplicationInfo",
    "EquivalentAddins",
  ],
  "VersionOverrides Host": ["Runtimes", "AllFormFactors", "DesktopFormFactor"], // Runtimes first [RUNTIME]
  DesktopFormFactor: ["GetStarted", "FunctionFile", "ExtensionPoint!"],
  Resources: ["bt:Images", "bt:Urls", "bt:ShortStrings", "bt:LongStrings"],
  Group: ["Label!", "Icon!", "Control!"],
  Control: ["Label!", "Supertip!", "Icon!", "Action!"],
  Supertip: ["Title!", "Description!"],
  GetStarted: ["Title!", "Description!", "LearnMoreUrl!"],
  OfficeMenu: ["Control!"],
  "ExtensionPoint[ContextMenu]": ["OfficeMenu!"],
  "ExtensionPoint[CustomFunctions]": ["Script!", "Page!", "Metadata", "Namespace"],
};

/** Longest texts, in characters. */
export const LONGEST = {
  /** ProviderName, DisplayName: ShortString. [XSD] */
  shortString: 125,
  /** Description: LongString. [XSD] */
  longString: 250,
  /** bt:ShortStrings: labels and titles. [REF] */
  shortResource: 125,
  /** bt:LongStrings: tooltips. [REF] */
  longResource: 250,
  /** Ids of resources. [XSD] */
  resourceId: 32,
  /** Ids of ribbon groups and controls. [REF] */
  controlId: 125,
  /** Custom functions namespace. [REF] */
  namespace: 32,
  /** Any address. [XSD] */
  url: 2_048,
} as const;

/** Sizes in pixels of each icon, by the element that names it. [REF], [STORE] */
export const ICON_SIZES = { IconUrl: 32, HighResolutionIconUrl: 64 } as const;
export const RIBBON_SIZES = [16, 32, 80] as const;

/** One modifier at least, Shift never alone, and one letter or digit. [KEYS] */
export const SHORTCUT = /^(?:(?:Ctrl|Alt|Command|Option)\+)(?:(?:Ctrl|Alt|Shift|Command|Option)\+)*[A-Z0-9]$/;

/** 1 to 4 numbers; Office compares the first three. [XSD] */
export const VERSION = /^\d{1,5}\.\d{1,5}(\.\d{1,5}(\.\d{1,5})?)?$/;
export const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Letters, digits and dots, beginning with a letter. [REF] */
export const NAMESPACE = /^[A-Za-z][A-Za-z0-9.]*$/;
