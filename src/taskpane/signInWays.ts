import type { Text } from "../sales/text";
import type { Source, SourceField } from "./gatewayClient";

/** The ways to connect to a source: at the CRM itself, with the form's secrets, with the team's account. */
export type SignInWay = "signIn" | "form" | "team";

const CODE: Text = { fr: "Code du compte d'équipe", en: "Code of the team account" };

interface Way {
  readonly isOffered: (source: Source) => boolean;
  readonly fields: (source: Source) => readonly SourceField[];
}

const WAYS: Readonly<Record<SignInWay, Way>> = {
  signIn: {
    isOffered: ({ signIn }) => signIn !== undefined,
    fields: ({ fields }) => fields.filter(({ insteadOfSignIn }) => !insteadOfSignIn),
  },
  form: {
    isOffered: ({ signIn, fields }) => !signIn || fields.some(({ insteadOfSignIn }) => insteadOfSignIn),
    // Who chooses the form means to fill in what stands for the sign-in.
    fields: ({ signIn, fields }) => (signIn ? fields.map(asked) : fields),
  },
  team: {
    isOffered: ({ teamAccount }) => teamAccount !== undefined,
    fields: ({ teamAccount }) => [
      { name: "code", label: CODE, kind: "secret", ...(teamAccount?.isRemembered && { optional: true }) },
    ],
  },
};

const asked = ({ optional, ...field }: SourceField): SourceField =>
  field.insteadOfSignIn || !optional ? field : { ...field, optional };

/** The ways of a source, the best first. */
export const waysOf = (source: Source): readonly SignInWay[] =>
  (Object.keys(WAYS) as SignInWay[]).filter((way) => WAYS[way].isOffered(source));

/** The source with the fields that one way asks for. */
export const sourceFor = (source: Source, way: SignInWay): Source => ({
  ...source,
  fields: WAYS[way].fields(source),
});
