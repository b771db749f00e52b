import { Hono } from "hono";
import type { ConnectorDeclaration } from "../crm";
import { lackWithKpis } from "../kpi";
import { greetPerson, personOf } from "./cookies";
import type { GatewayContext } from "./deps";
import { isWithoutSignIn } from "./opening";
import { clientOf, connectorOptions } from "./signIn/registration";

/** `GET /sources`: what may be connected and how, for the person who asks. */
export function sourceRoutes({ config, deps, grants, teamMemory }: GatewayContext): Hono {
  const routes = new Hono();
  routes.get("/sources", (context) => {
    const person = personOf(context);
    greetPerson(context, config);
    const told = ({ signIn, ...declaration }: ConnectorDeclaration) => {
      const set = connectorOptions(config, declaration.id);
      return {
        ...declaration,
        lacks: declaration.lacks.map((lack) => lackWithKpis(lack)),
        // What the administrator set is nobody's to fill in.
        fields: declaration.fields.filter(({ name }) => !(name in set)),
        ...(!isWithoutSignIn({ ...declaration, signIn }, set) &&
          signIn && {
            signIn: {
              isRegistered: clientOf(config, declaration.id) !== undefined,
              // The company's address they gave: theirs to see again.
              remembered: grants.find(person, { ...declaration, signIn })?.fields,
              registration: signIn.registration,
            },
          }),
        ...(Object.hasOwn(config.teamAccounts, declaration.id) && {
          teamAccount: { isRemembered: teamMemory.has(person, declaration.id) },
        }),
      };
    };
    return context.json({ sources: deps.registry.declarations.map(told) });
  });
  return routes;
}
